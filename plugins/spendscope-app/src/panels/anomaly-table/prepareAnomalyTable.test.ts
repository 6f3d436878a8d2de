import { FieldType, LoadingState, createDataFrame } from '@grafana/data';
import { anomalyFrame, anomalyRow } from '../../testing/anomalyFixtures';
import { prepareAnomalyTable } from './prepareAnomalyTable';
import { defaultOptions } from './types';

const options = { ...defaultOptions, top: 100, minScore: 0.8 };
const done = (series: Parameters<typeof prepareAnomalyTable>[0]['series']) => ({ state: LoadingState.Done, series });

describe('prepareAnomalyTable', () => {
  it('reads a row out of the data source’s frame, whole', () => {
    const row = anomalyRow();
    expect(prepareAnomalyTable(done([anomalyFrame([row])]), options).rows).toEqual([row]);
  });

  it('sorts by score, then newest, then id, and leaves the frame as it was', () => {
    const rows = [
      anomalyRow({ id: 'b', score: 0.9, time: 5 }),
      anomalyRow({ id: 'a', score: 0.9, time: 5 }),
      anomalyRow({ id: 'c', score: 0.9, time: 9 }),
      anomalyRow({ id: 'd', score: 0.99, time: 1 }),
    ];
    const frame = anomalyFrame(rows);
    const before = JSON.stringify(frame.fields.map((field) => field.values));
    const view = prepareAnomalyTable(done([frame]), options);
    expect(view.rows.map(({ id }) => id)).toEqual(['d', 'c', 'a', 'b']);
    expect(JSON.stringify(frame.fields.map((field) => field.values))).toBe(before);
  });

  it('shows the highest scores only and says how many there are', () => {
    const rows = [0.81, 0.95, 0.99].map((score, at) => anomalyRow({ id: `t${at}`, score }));
    const view = prepareAnomalyTable(done([anomalyFrame(rows)]), { ...options, top: 2 });
    expect(view.rows.map(({ score }) => score)).toEqual([0.99, 0.95]);
    expect(view.notices).toEqual([{ kind: 'partial', message: 'The 2 highest of 3 are shown.' }]);
  });

  it('says that a query which stopped at the data source’s limit may have left rows out', () => {
    const rows = Array.from({ length: 500 }, (_, at) => anomalyRow({ id: `t${at}` }));
    const [notice] = prepareAnomalyTable(done([anomalyFrame(rows)]), { ...options, top: 500 }).notices;
    expect(notice?.message).toContain('stopped at 500 rows');
  });

  it('takes the mean over time from a second query, which counts for no row', () => {
    const times = Array.from({ length: 500 }, (_, at) => at);
    const mean = createDataFrame({
      fields: [
        { name: 'Time', type: FieldType.time, values: times },
        { name: 'average score', type: FieldType.number, values: times.map(() => 0.7) },
      ],
    });
    const view = prepareAnomalyTable(done([mean, anomalyFrame([anomalyRow()])]), options);
    expect([view.rows.length, view.average.length, view.notices]).toEqual([1, 500, []]);
  });

  it('waits for the first data and keeps old data while new is on its way', () => {
    const frame = anomalyFrame([anomalyRow()]);
    expect(prepareAnomalyTable({ state: LoadingState.Loading, series: [] }, options).status.kind).toBe('loading-first');
    const refreshing = prepareAnomalyTable({ state: LoadingState.Loading, series: [frame] }, options);
    expect([refreshing.status.kind, refreshing.rows.length]).toEqual(['refreshing', 1]);
  });

  it('tells an empty range from scores below the threshold', () => {
    expect(prepareAnomalyTable(done([]), options).status).toMatchObject({ title: 'No anomalies in this time range' });
    const low = anomalyFrame([anomalyRow({ score: 0.61 })]);
    expect(prepareAnomalyTable(done([low]), options).status).toMatchObject({
      kind: 'empty',
      title: 'No score of 0.80 or more',
      reason: expect.stringContaining('The highest of 1 scores is 0.61.'),
    });
  });

  it('lists what is missing when the frame has no score', () => {
    const frame = createDataFrame({ fields: [{ name: 'user_id', type: FieldType.string, values: ['C-1'] }] });
    const { status } = prepareAnomalyTable(done([frame]), options);
    expect(status).toMatchObject({
      kind: 'misconfigured',
      title: '2 fields are missing',
      report: expect.arrayContaining([
        { role: 'score', column: undefined, found: false, required: true },
        { role: 'customer', column: 'user_id', found: true, required: true },
      ]),
    });
  });

  it('takes the columns that the options name', () => {
    const frame = createDataFrame({
      fields: [
        { name: 'when', type: FieldType.time, values: [1] },
        { name: 'who', type: FieldType.string, values: ['C-1'] },
        { name: 'risk', type: FieldType.number, values: [0.9] },
      ],
    });
    const fields = { time: 'when', customer: 'who', score: 'risk' };
    expect(prepareAnomalyTable(done([frame]), { ...options, fields }).rows).toMatchObject([
      { customer: 'C-1', score: 0.9 },
    ]);
  });

  it('passes on what the data source said when it failed', () => {
    const error = { status: 504, message: 'no reply in 30 s', traceId: 'abc' };
    expect(
      prepareAnomalyTable({ state: LoadingState.Error, series: [], errors: [error] }, options).status
    ).toMatchObject({
      kind: 'error',
      details: { status: 504, requestId: 'abc', message: 'no reply in 30 s' },
    });
  });
});
