import { FieldType, toDataFrame } from '@grafana/data';
import { suggestAnomalyTable } from './suggest';

const score = { name: 'anomalyScore', type: FieldType.number, values: [0.9] };
const time = { name: 'timestamp', type: FieldType.time, values: [0] };
const customer = { name: 'user_id', type: FieldType.string, values: ['ct1'] };

it('is offered for a score, a time and a customer, without buttons in the preview', () => {
  const [suggestion] = suggestAnomalyTable({ rawFrames: [toDataFrame({ fields: [score, time, customer] })] });
  suggestion!.cardOptions!.previewModifier!(suggestion!);
  expect(suggestion).toMatchObject({
    score: 100,
    options: { showActions: false, showMap: false, showTimeline: false },
  });
});

it.each([
  ['no frame', []],
  ['a score without a customer', [toDataFrame({ fields: [score, time] })]],
])('is not offered for %s', (_, rawFrames) => {
  expect(suggestAnomalyTable({ rawFrames })).toEqual([]);
});
