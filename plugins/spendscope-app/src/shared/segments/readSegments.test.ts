import { FieldType, toDataFrame } from '@grafana/data';
import { isSegmentsFrame, readSegments } from './readSegments';
import { segmentsFrame } from './segmentsFixture';

describe('readSegments', () => {
  it('sorts by rank and reads the dotted columns', () => {
    const frame = segmentsFrame([
      { cluster: 1, name: 'Middle', rank: 2 },
      { cluster: 0, rank: 1 },
    ]);
    const [first, second] = readSegments(frame);
    expect(second!.name).toBe('Middle');
    expect(first).toMatchObject({
      cluster: '0',
      means: { recency: 72, frequency: 13, monetary: 4_700_000 },
      centroid: { log_recency: 1.86, log_monetary: 6.67 },
      churn: { rate: 0.607, low: 0.604, high: 0.61, basis: 'label' },
      priorityInputs: { size: 118, meanMonetary: 4_700_000, churnProbability: 0.607 },
      createdAt: Date.UTC(2026, 10, 20, 2),
    });
    expect(frame.fields[1]!.values).toEqual([1, 0]);
  });

  it('keeps only the newest run where the frame holds several', () => {
    const frame = segmentsFrame([
      { run_id: 'run-1', name: 'Old', created_at: '2026-11-13T02:00:00.000Z' },
      { run_id: 'run-2', name: 'New' },
    ]);
    expect(readSegments(frame).map((segment) => segment.name)).toEqual(['New']);
  });

  it.each([
    ['the parsed list', [{ action: 'Call', channel: 'Phone', kpi: '+2 pts', limit: 'weekdays' }]],
    ['its text', '[{"action":"Call","channel":"Phone","kpi":"+2 pts","limit":"weekdays"}]'],
    ['a single object', { action: 'Call', channel: 'Phone', kpi: '+2 pts', limit: 'weekdays' }],
  ])('reads strategies from %s', (_, strategies) => {
    expect(readSegments(segmentsFrame([{ strategies }]))[0]!.strategies).toEqual([
      { action: 'Call', channel: 'Phone', kpi: '+2 pts', limit: 'weekdays' },
    ]);
  });

  it('drops strategies that are none, and survives broken JSON', () => {
    expect(readSegments(segmentsFrame([{ strategies: ['x', null, { channel: 'y' }] }]))[0]!.strategies).toEqual([]);
    expect(readSegments(segmentsFrame([{ strategies: '[{' }]))[0]!.strategies).toEqual([]);
  });

  it('marks missing numbers as NaN instead of 0', () => {
    const frame = toDataFrame({
      fields: [
        { name: 'cluster', type: FieldType.number, values: [3] },
        { name: 'name', type: FieldType.string, values: ['Middle'] },
        { name: 'size', type: FieldType.number, values: [10] },
      ],
    });
    expect(isSegmentsFrame(frame)).toBe(true);
    expect(readSegments(frame)[0]!.priority).toBeNaN();
  });
});
