import type { TimeRange } from '@grafana/data';
import { fieldValues, readMetricFindQuery, termsSearch, termsValues } from './metricFind';

const range = { from: new Date(1000), to: new Date(2000) } as unknown as TimeRange;

describe('readMetricFindQuery', () => {
  it('reads JSON text, alone or inside an object', () => {
    expect(readMetricFindQuery('{"find":"terms","field":"grade"}')).toEqual({ find: 'terms', field: 'grade' });
    expect(readMetricFindQuery({ query: '{"find":"fields"}', refId: 'x' })).toEqual({ find: 'fields' });
    expect(readMetricFindQuery({ find: 'terms', field: 'grade' })).toEqual({ find: 'terms', field: 'grade' });
  });

  it('says what to write instead of anything else', () => {
    expect(() => readMetricFindQuery('grade')).toThrow('not JSON');
    expect(() => readMetricFindQuery('{"find":"all"}')).toThrow('"find"');
  });
});

describe('termsSearch', () => {
  it('asks for a field’s values in the range, by name unless told otherwise', () => {
    const lines = termsSearch({ find: 'terms', field: 'grade', query: 'a:b' }, range, 'i', 'at').trim().split('\n');
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([
      { ignore_unavailable: true, index: 'i' },
      {
        size: 0,
        query: {
          bool: {
            filter: [
              { range: { at: { gte: 1000, lte: 2000, format: 'epoch_millis' } } },
              { query_string: { analyze_wildcard: true, query: 'a:b' } },
            ],
          },
        },
        aggs: { '1': { terms: { field: 'grade', size: 500, order: { _key: 'asc' } } } },
      },
    ]);
  });

  it('orders by the number of documents, most first, where asked', () => {
    const text = termsSearch({ find: 'terms', field: 'grade', orderBy: 'doc_count', size: 3 }, range, 'i', 'at');
    expect(text).toContain('"size":3,"order":{"_count":"desc"}');
  });
});

describe('the answers', () => {
  it('become values with the text to show', () => {
    const buckets = [{ key: 'VIP' }, { key: 1, key_as_string: 'true' }];
    expect(termsValues({ responses: [{ aggregations: { '1': { buckets } } }] })).toEqual([
      { text: 'VIP', value: 'VIP' },
      { text: 'true', value: 1 },
    ]);
    expect(termsValues({})).toEqual([]);
  });

  it('list a mapping’s fields with dots, of one type where asked', () => {
    const mappings = { properties: { grade: { type: 'keyword' }, rfm: { properties: { score: { type: 'float' } } } } };
    expect(fieldValues({ i: { mappings } }).map(({ text }) => text)).toEqual(['grade', 'rfm.score']);
    expect(fieldValues({ i: { mappings } }, 'number').map(({ text }) => text)).toEqual(['rfm.score']);
  });
});
