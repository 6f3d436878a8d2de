import { readDataQuery } from './dataQuery';
import { withPipelines } from './pipelineMetrics';

const buckets = [
  { doc_count: 2, s: { value: 10 } },
  { doc_count: 0, s: { value: 0 } },
  { doc_count: 3, s: { value: 16 } },
  { doc_count: 1, s: { value: 20 } },
];

const values = (metric: object): unknown[] => {
  const query = readDataQuery({
    metrics: [
      { id: 'c', type: 'count' },
      { id: 's', type: 'sum', field: 'amount' },
      { id: 'p', ...metric },
    ],
  });
  return withPipelines(buckets, query).map((bucket) => (bucket.p as { value: unknown } | undefined)?.value);
};

describe('withPipelines', () => {
  it('adds up, passing over buckets without documents', () => {
    expect(values({ type: 'cumulative_sum', field: 's' })).toEqual([10, 10, 26, 46]);
    expect(values({ type: 'cumulative_sum', field: 'c' })).toEqual([2, 2, 5, 6]);
  });

  it('takes differences, with a gap around buckets without documents', () => {
    expect(values({ type: 'derivative', field: 's' })).toEqual([undefined, null, null, 4]);
    expect(values({ type: 'derivative', field: 'c' })).toEqual([undefined, -2, 3, -2]);
  });

  it('takes differences to an earlier bucket', () => {
    expect(values({ type: 'serial_diff', field: 's', settings: { lag: '2' } })).toEqual([
      undefined,
      undefined,
      6,
      undefined,
    ]);
  });

  it('computes scripts from several metrics, where all have a value', () => {
    const pipelineVariables = [
      { name: 'sum', pipelineAgg: 's' },
      { name: 'count', pipelineAgg: 'c' },
    ];
    expect(
      values({ type: 'bucket_script', settings: { script: 'params.sum / params.count' }, pipelineVariables })
    ).toEqual([5, undefined, 16 / 3, 20]);
  });

  it('says which kinds it does not compute', () => {
    expect(() => values({ type: 'moving_fn', field: 's' })).toThrow('"moving_fn"');
  });
});
