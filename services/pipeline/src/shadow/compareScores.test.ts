import { compareScores } from './compareScores';

const ids = ['a', 'b', 'c', 'd', 'e'];
const shadow = Float64Array.of(0.1, 0.2, 0.3, 0.4, NaN);
const live = Float64Array.of(0.9, 0.8, 0.7, NaN, 0.1);

it('correlates the scores of rows that both models judge', () => {
  expect(compareScores({ ids, shadow, live })).toEqual({ rows: 5, unscored: 1, correlation: -1 });
  expect(compareScores({ ids, shadow: shadow.fill(0.5, 0, 4), live })).toEqual({ rows: 5, unscored: 1 });
});

it('judges both models on the same rows', () => {
  const mine = Float64Array.of(0.1, 0.2, 0.3, 0.4, NaN);
  const labels = Int8Array.of(0, 0, 1, 1, 1);
  const { judged } = compareScores({ ids, shadow: mine, live, judged: { target: 't', labels, shadow: mine, live } });
  expect(judged).toEqual({ target: 't', rows: 3, positives: 1, shadow: { rocAuc: 1, prAuc: 1 }, live: { rocAuc: 0, prAuc: 1 / 3 } }); // prettier-ignore
});

it('judges by no labels of one kind only', () => {
  const labels = Int8Array.of(1, 1, 1, 1, 1);
  expect(compareScores({ ids, shadow, live, judged: { target: 't', labels, shadow } }).judged).toBeUndefined();
});
