import type { ElasticClient } from '@spendscope/elastic';
import { readRange, runQueries } from './runQueries';

const range = { from: 0, to: 1 };
const documents = { refId: 'A', datasource: { uid: 'known' }, metrics: [{ id: '1', type: 'raw_data' }] };
const target = (uid: string): { index: string; timeField: string } | undefined =>
  uid === 'known' ? { index: 'own-index', timeField: 'at' } : undefined;

const clientWith = (request: jest.Mock): ElasticClient => ({ transport: { request } }) as unknown as ElasticClient;

describe('runQueries', () => {
  it('asks all queries at once, each in its own data source’s index', async () => {
    const request = jest
      .fn()
      .mockResolvedValue({ responses: [{ hits: { hits: [] } }, { error: { reason: 'broken' } }] });
    const results = await runQueries(clientWith(request), [documents, { ...documents, refId: 'B' }], range, target);
    expect(request).toHaveBeenCalledTimes(1);
    const { bulkBody } = request.mock.calls[0]![0] as { bulkBody: object[] };
    expect(bulkBody[0]).toEqual({ index: 'own-index', ignore_unavailable: true });
    expect(bulkBody).toHaveLength(4);
    expect(results.A).toMatchObject({ status: 200 });
    expect(results.B).toEqual({ status: 500, error: 'broken', errorSource: 'downstream' });
  });

  it('leaves out hidden queries and fails those of an unknown data source alone', async () => {
    const request = jest.fn();
    const queries = [
      { ...documents, hide: true },
      { ...documents, refId: 'B', datasource: { uid: 'other' } },
    ];
    const results = await runQueries(clientWith(request), queries, range, target);
    expect(Object.keys(results)).toEqual(['B']);
    expect(results.B).toMatchObject({ error: expect.stringContaining('"other"') as string });
    expect(request).not.toHaveBeenCalled();
  });

  it('says that Elasticsearch cannot be reached, and what to check', async () => {
    const request = jest.fn().mockRejectedValue(new Error('connect ECONNREFUSED'));
    const results = await runQueries(clientWith(request), [documents], range, target);
    expect(results.A).toMatchObject({ status: 500, error: expect.stringMatching(/ECONNREFUSED.*Check/) as string });
  });
});

describe('readRange', () => {
  it('takes milliseconds as text, and nothing else', () => {
    expect(readRange({ from: '5', to: '10' })).toEqual({ from: 5, to: 10 });
    expect(() => readRange({ from: 'now-1h', to: 'now' })).toThrow('time range');
  });
});
