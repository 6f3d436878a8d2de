import { readDataQuery } from './dataQuery';
import { searchBody } from './searchBody';

const range = { from: 1000, to: 2000 };
const rangeFilter = { range: { '@timestamp': { gte: 1000, lte: 2000, format: 'epoch_millis' } } };

const ask = (query: object): unknown => searchBody(readDataQuery({ refId: 'A', ...query }), range, '@timestamp');

const count = { id: '1', type: 'count' };
const byDay = {
  id: '2',
  type: 'date_histogram',
  field: '@timestamp',
  settings: { interval: '1d', min_doc_count: '0' },
};

describe('searchBody', () => {
  it('asks for documents, newest first, with the time as the index holds it', () => {
    expect(ask({ query: 'grade:VIP', metrics: [{ id: '1', type: 'raw_data', settings: { size: '5' } }] })).toEqual({
      query: { bool: { filter: [rangeFilter, { query_string: { analyze_wildcard: true, query: 'grade:VIP' } }] } },
      size: 5,
      sort: [{ '@timestamp': { order: 'desc', unmapped_type: 'boolean' } }, { _doc: { order: 'desc' } }],
      docvalue_fields: ['@timestamp'],
    });
  });

  it('asks for 500 documents where no size is given', () => {
    expect(ask({ metrics: [{ id: '1', type: 'raw_document' }] })).toMatchObject({ size: 500 });
  });

  it('nests groups in their order and puts figures into the innermost', () => {
    const terms = {
      id: '3',
      type: 'terms',
      field: 'grade',
      settings: { size: '10', order: 'desc', orderBy: '_term', min_doc_count: '1' },
    };
    const average = { id: '4', type: 'avg', field: 'amount' };
    expect(ask({ metrics: [count, average], bucketAggs: [terms, byDay] })).toEqual({
      query: { bool: { filter: [rangeFilter] } },
      size: 0,
      aggs: {
        '3': {
          terms: { field: 'grade', size: 10, order: { _key: 'desc' }, min_doc_count: 1 },
          aggs: {
            '2': {
              date_histogram: {
                field: '@timestamp',
                fixed_interval: '1d',
                min_doc_count: 0,
                extended_bounds: { min: 1000, max: 2000 },
                format: 'epoch_millis',
              },
              aggs: { '4': { avg: { field: 'amount' } } },
            },
          },
        },
      },
    });
  });

  it('computes the figure that an outer group is ordered by at that group too', () => {
    const terms = { id: '3', type: 'terms', field: 'user_id', settings: { size: '4', order: 'asc', orderBy: '1' } };
    const sum = { id: '1', type: 'sum', field: 'amount' };
    expect(ask({ metrics: [sum], bucketAggs: [terms, byDay] })).toMatchObject({
      aggs: {
        '3': {
          terms: { order: { '1': 'asc' } },
          aggs: { '1': { sum: { field: 'amount' } }, '2': { aggs: { '1': { sum: { field: 'amount' } } } } },
        },
      },
    });
  });

  it('orders by the number of documents where the ordering metric is the count', () => {
    const terms = { id: '3', type: 'terms', field: 'user_id', settings: { order: 'desc', orderBy: '1' } };
    expect(ask({ metrics: [count], bucketAggs: [terms] })).toMatchObject({
      aggs: { '3': { terms: { order: { _count: 'desc' }, size: 500 } } },
    });
  });

  it.each([
    [{ interval: 'auto' }, { fixed_interval: '60000ms' }],
    [{ interval: '1M' }, { calendar_interval: '1M' }],
    [
      { interval: '1d', timeZone: 'Asia/Seoul' },
      { fixed_interval: '1d', time_zone: 'Asia/Seoul' },
    ],
    [
      { interval: '1d', offset: '+9h' },
      { fixed_interval: '1d', offset: '+9h' },
    ],
  ])('cuts time by %j', (settings, expected) => {
    const body = ask({ intervalMs: 60000, metrics: [count], bucketAggs: [{ ...byDay, settings }] });
    expect(body).toMatchObject({ aggs: { '2': { date_histogram: expected } } });
  });

  it('writes UTC as no time zone', () => {
    const body = ask({ metrics: [count], bucketAggs: [{ ...byDay, settings: { interval: '1d', timeZone: 'utc' } }] });
    expect(JSON.stringify(body)).not.toContain('time_zone');
  });

  it.each([
    [
      {
        type: 'filters',
        settings: {
          filters: [
            { query: 'amount:>50', label: 'large' },
            { query: '*', label: '' },
          ],
        },
      },
      {
        filters: {
          filters: {
            large: { query_string: { analyze_wildcard: true, query: 'amount:>50' } },
            '*': { query_string: { analyze_wildcard: true, query: '*' } },
          },
        },
      },
    ],
    [
      { type: 'histogram', field: 'amount', settings: { interval: '0.5' } },
      { histogram: { field: 'amount', interval: 0.5, min_doc_count: 0 } },
    ],
    [
      { type: 'geohash_grid', field: 'geo', settings: { precision: '4' } },
      { geohash_grid: { field: 'geo', precision: 4 } },
    ],
    [{ type: 'nested', field: 'items' }, { nested: { path: 'items' } }],
    [
      { type: 'terms', field: 'grade', settings: { missing: 'none' } },
      { terms: { field: 'grade', size: 500, missing: 'none' } },
    ],
  ])('groups by %j', (aggregation, expected) => {
    expect(ask({ metrics: [count], bucketAggs: [{ id: '2', ...aggregation }] })).toMatchObject({
      aggs: { '2': expected },
    });
  });

  it('asks for percentiles as numbers', () => {
    const metrics = [{ id: '1', type: 'percentiles', field: 'amount', settings: { percents: ['25', '95'] } }];
    expect(ask({ metrics, bucketAggs: [byDay] })).toMatchObject({
      aggs: { '2': { aggs: { '1': { percentiles: { field: 'amount', percents: [25, 95] } } } } },
    });
  });

  it('leaves pipelines out: they are computed afterwards', () => {
    const metrics = [count, { id: '3', type: 'derivative', field: '1' }];
    expect(JSON.stringify(ask({ metrics, bucketAggs: [byDay] }))).not.toContain('derivative');
  });

  it.each([
    [{ metrics: [count], bucketAggs: [] }, 'missing metrics and aggregations'],
    [{ metrics: [] }, 'missing metrics and aggregations'],
    [{ metrics: [{ id: '1', type: 'logs' }] }, 'logs'],
    [{ metrics: [count], bucketAggs: [{ id: '2', type: 'composite' }] }, '"composite"'],
  ])('says what is wrong with %j', (query, sentence) => {
    expect(() => ask(query)).toThrow(sentence);
  });
});
