import { readThresholdGoal, thresholdText, thresholdWords } from './thresholdGoal';

it.each(['f1', 'recall:0.8', 'recall:1', 'cost:10:1', 'cost:2.5:0.5'])('reads %s and says it again', (text) => {
  expect(thresholdText(readThresholdGoal(text)!)).toBe(text);
});

it.each([
  '',
  'F1',
  'f1:1',
  'recall',
  'recall:',
  'recall:0',
  'recall:1.1',
  'recall:-1',
  'recall:0.8:1',
  'cost:10',
  'cost:0:1',
  'cost:10:NaN',
  'cost:1e9:1',
  'cost:Infinity:1',
  'cost:1:2:3',
])(
  // prettier-ignore
  'refuses "%s"',
  (text) => expect(readThresholdGoal(text)).toBeUndefined()
);

it('tells in words what each is', () => {
  const words = ['f1', 'recall:0.07', 'cost:10:1'].map((text) => thresholdWords(readThresholdGoal(text)!));
  expect(words).toEqual([
    'the best F1 out of fold',
    'the highest precision out of fold that finds at least 7 % of those who leave',
    'the least cost out of fold, where one missed costs 10 and a false alarm 1',
  ]);
});
