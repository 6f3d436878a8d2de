import { type BucketAggregation, type DataQuery, readDataQuery } from './dataQuery';
import { metricFrames } from './metricFrames';

const query = (metrics: object[], bucketAggs: object[], alias = ''): DataQuery =>
  readDataQuery({ refId: 'A', alias, metrics, bucketAggs });

const count = { id: '1', type: 'count' };
const byDay = { id: '2', type: 'date_histogram', field: '@timestamp' };
const byGrade = { id: '3', type: 'terms', field: 'grade' };

const names = (frames: ReturnType<typeof metricFrames>): (string | undefined)[] =>
  frames.map((frame) => frame.schema.name);
const columns = (frames: ReturnType<typeof metricFrames>): [string, unknown[]][] =>
  (frames[0]?.schema.fields ?? []).map((field, at) => [field.name, frames[0]?.data.values[at] ?? []]);

const days = (values: object[]): object => ({
  '2': { buckets: values.map((value, at) => ({ key: at, doc_count: at + 1, ...value })) },
});

describe('metricFrames over time', () => {
  it('makes one series per metric, named by metric and field', () => {
    const frames = metricFrames(query([count, { id: '4', type: 'sum', field: 'amount' }], [byDay]), {
      ...days([{ '4': { value: 5 } }, { '4': { value: null } }]),
    });
    expect(names(frames)).toEqual(['Count', 'Sum amount']);
    expect(frames.map((frame) => frame.data.values)).toEqual([
      [
        [0, 1],
        [1, 2],
      ],
      [
        [0, 1],
        [5, null],
      ],
    ]);
  });

  it('names series by their groups alone where there is one metric, else by both', () => {
    const answer = { '3': { buckets: [{ key: 'VIP', ...days([{ '4': { value: 1 } }]) }] } };
    const average = { id: '4', type: 'avg', field: 'amount' };
    expect(names(metricFrames(query([count], [byGrade, byDay]), answer))).toEqual(['VIP']);
    expect(names(metricFrames(query([count, average], [byGrade, byDay]), answer))).toEqual([
      'VIP Count',
      'VIP Average amount',
    ]);
  });

  it('fills in aliases', () => {
    const answer = { '3': { buckets: [{ key: 'VIP', ...days([{}]) }] } };
    const alias = '{{term grade}}/{{grade}}: {{metric}} {{unknown}}';
    expect(names(metricFrames(query([count], [byGrade, byDay], alias), answer))).toEqual([
      'VIP/VIP: Count {{unknown}}',
    ]);
  });

  it('sets filters apart by their label', () => {
    const answer = { '5': { buckets: { small: days([{}]), large: days([{}]) } } };
    const filters = { id: '5', type: 'filters' };
    expect(names(metricFrames(query([count], [filters, byDay]), answer))).toEqual(['large', 'small']);
  });

  it('goes through nested documents without making a group of them', () => {
    const nested = { id: '5', type: 'nested', field: 'items' };
    expect(names(metricFrames(query([count], [nested, byDay]), { '5': days([{}]) }))).toEqual(['Count']);
  });

  it('leaves out hidden metrics, and the first point of a derivative', () => {
    const metrics = [
      { ...count, hide: true },
      { id: '4', type: 'derivative', field: '1' },
    ];
    const frames = metricFrames(query(metrics, [byDay]), { ...days([{}, {}, { doc_count: 9 }]) });
    expect(names(frames)).toEqual(['Derivative Count']);
    expect(frames[0]?.data.values).toEqual([
      [1, 2],
      [1, 7],
    ]);
  });

  it('trims the edges that the query asks to trim', () => {
    const trimmed = { ...byDay, settings: { trimEdges: '1' } };
    expect(metricFrames(query([count], [trimmed]), { ...days([{}, {}, {}]) })[0]?.data.values).toEqual([[1], [2]]);
  });
});

describe('metricFrames as a table', () => {
  it('has a row per bucket: outer groups as text by name, the own key, the figures', () => {
    const byAge: Partial<BucketAggregation> = { id: '6', type: 'histogram', field: 'age' };
    const answer = {
      '3': {
        buckets: [
          {
            key: 1.5,
            '6': {
              buckets: [
                { key: 20, doc_count: 3 },
                { key: 30, doc_count: 4 },
              ],
            },
          },
        ],
      },
    };
    expect(columns(metricFrames(query([count], [byGrade, byAge]), answer))).toEqual([
      ['grade', ['1', '1']],
      ['age', [20, 30]],
      ['Count', [3, 4]],
    ]);
  });

  it('tells metrics of one type apart by field, and of one field by id', () => {
    const metrics = [
      { id: '4', type: 'avg', field: 'amount' },
      { id: '5', type: 'avg', field: 'age' },
      { id: '6', type: 'avg', field: 'age' },
    ];
    const answer = { '3': { buckets: [{ key: 'VIP', '4': { value: 1 }, '5': { value: 2 }, '6': { value: 3 } }] } };
    expect(columns(metricFrames(query(metrics, [byGrade]), answer)).map(([name]) => name)).toEqual([
      'grade',
      'Average amount',
      'Average age 5',
      'Average age 6',
    ]);
  });

  it('has a column per percentile, and only the first extended statistic', () => {
    const metrics = [
      { id: '4', type: 'percentiles', field: 'amount' },
      { id: '5', type: 'extended_stats', field: 'amount', meta: { max: true, avg: true, min: false } },
    ];
    const bucket = { key: 'VIP', '4': { values: { '50.0': 5, '25.0': null } }, '5': { avg: 7, max: 9 } };
    expect(columns(metricFrames(query(metrics, [byGrade]), { '3': { buckets: [bucket] } }))).toEqual([
      ['grade', ['VIP']],
      ['p25.0 amount', [null]],
      ['p50.0 amount', [5]],
      ['Extended Stats', [7]],
    ]);
  });

  it('is nothing where there are no buckets', () => {
    expect(metricFrames(query([count], [byGrade]), { '3': { buckets: [] } })).toEqual([]);
  });
});
