import { testChurn } from '../../fixtures/churnAgainstPeer';
import { learners } from './learners';

/** Settings like the peer's, and how far chance may take the mean of five folds from its. */
const peers: { model: string; band: number; like: (parameters: Readonly<Record<string, number>>) => boolean }[] = [
  { model: 'gradient_boosting', band: 0.005, like: ({ depth }) => depth === 3 },
  { model: 'random_forest', band: 0.01, like: ({ leastRows }) => leastRows === 1 },
  { model: 'extra_trees', band: 0.015, like: ({ leastRows }) => leastRows === 1 },
  { model: 'k_nearest', band: 0.001, like: ({ k }) => k === 15 },
  { model: 'svm_linear', band: 0.005, like: ({ c }) => c === 0.01 },
  { model: 'svm_rbf', band: 0.01, like: ({ c }) => c === 10 },
];

for (const { model, band, like } of peers) {
  const learner = learners.find((each) => each.model === model)!;
  const candidate = learner.candidates.find(({ parameters }) => like(parameters))!;
  // All rows, as the peer has them.
  testChurn({ ...learner, mostRows: undefined }, candidate, band);
}
