import { FieldType, createDataFrame } from '@grafana/data';
import { anomalyFrame, anomalyRow } from '../../../testing/anomalyFixtures';
import { averageOf } from './averageOf';

const frameOf = (values: (number | null)[]) =>
  createDataFrame({
    fields: [
      { name: 'Time', type: FieldType.time, values: values.map((_, i) => i) },
      { name: 'Value', type: FieldType.number, values },
    ],
  });

describe('averageOf', () => {
  const rows = anomalyFrame([anomalyRow()]);

  it('takes the frame beside the rows, without times that have no value', () => {
    expect(averageOf([rows, frameOf([0.7, null, 0.9])], rows)).toEqual([
      { time: 0, score: 0.7 },
      { time: 2, score: 0.9 },
    ]);
  });

  it.each([
    ['nothing beside the rows', [rows]],
    ['numbers that are no scores', [rows, frameOf([0.7, 120])]],
    ['no value at all', [rows, frameOf([null])]],
  ])('takes %s for none', (_, frames) => {
    expect(averageOf(frames, rows)).toEqual([]);
  });

  it('does not take the rows themselves', () => {
    const scores = frameOf([0.7]);
    expect(averageOf([scores], scores)).toEqual([]);
  });
});
