import type { DateTime, TimeRange } from '@grafana/data';
import { annotationEvents, annotationSearch, type ElasticsearchAnnotation, luceneOf } from './annotationSearch';

const annotation: ElasticsearchAnnotation = {
  name: 'Acts',
  enable: true,
  iconColor: 'blue',
  target: { refId: 'Anno', query: 'state:active' },
  timeField: 'requested_at',
  textField: 'action',
  tagsField: 'target.id',
};
const moment = (at: number): DateTime => ({ valueOf: () => at }) as DateTime;
const range: TimeRange = { from: moment(1000), to: moment(2000), raw: { from: 'now-1s', to: 'now' } };
const answerOf = (...sources: Record<string, unknown>[]): Parameters<typeof annotationEvents>[1] => ({
  responses: [{ hits: { hits: sources.map((source) => ({ _source: source })) } }],
});

describe('annotations of the Elasticsearch data source', () => {
  it('asks for documents of the range that the query finds', () => {
    const [header, body] = annotationSearch(annotation, 'state:active', range, 'acts').trim().split('\n');
    expect(JSON.parse(header!)).toEqual({ search_type: 'query_then_fetch', ignore_unavailable: true, index: 'acts' });
    expect(JSON.parse(body!)).toEqual({
      size: 10_000,
      query: {
        bool: {
          filter: [
            {
              bool: {
                should: [{ range: { requested_at: { gte: 1000, lte: 2000, format: 'epoch_millis' } } }],
                minimum_should_match: 1,
              },
            },
            { query_string: { query: 'state:active' } },
          ],
        },
      },
    });
  });

  it('asks for all documents where the query is empty, and for those that end in the range too', () => {
    const body = annotationSearch({ ...annotation, timeEndField: 'released_at' }, '', range, 'acts').split('\n')[1]!;
    const { filter } = (JSON.parse(body) as { query: { bool: { filter: { bool: { should: object[] } }[] } } }).query
      .bool;
    expect(filter).toHaveLength(1);
    expect(filter[0]!.bool.should.map((entry) => Object.keys((entry as { range: object }).range))).toEqual([
      ['requested_at'],
      ['released_at'],
    ]);
  });

  it('takes the query of an older dashboard before that of a newer', () => {
    expect(luceneOf(annotation)).toBe('state:active');
    expect(luceneOf({ ...annotation, query: 'old' })).toBe('old');
    expect(luceneOf({ ...annotation, target: undefined })).toBe('');
  });

  it('makes an event of each document that has a time', () => {
    const lock = { requested_at: '1970-01-01T00:00:01.5Z', action: 'lock_account', target: { id: 'C-1' } };
    expect(annotationEvents(annotation, answerOf(lock, { action: 'lost' }))).toEqual([
      { time: 1500, text: 'lock_account', tags: ['C-1'] },
    ]);
  });

  it('makes a region where the document ends, and splits tags at commas', () => {
    const source = { requested_at: 1200, released_at: 1400, action: 'lock', target: { id: 'a,b' } };
    expect(annotationEvents({ ...annotation, timeEndField: 'released_at' }, answerOf(source))).toEqual([
      { time: 1200, timeEnd: 1400, text: 'lock', tags: ['a', 'b'] },
    ]);
  });

  it('passes on why Elasticsearch refused', () => {
    expect(() =>
      annotationEvents(annotation, {
        responses: [{ error: { reason: 'all shards failed', root_cause: [{ reason: 'no such field' }] } }],
      })
    ).toThrow('no such field');
  });
});
