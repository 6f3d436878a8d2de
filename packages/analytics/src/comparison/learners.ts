import { fitLogistic, predictLogistic } from '../linear/logisticRegression';
import { fitNearest, predictNearest } from '../neighbors/kNearest';
import type { PreparationOptions } from '../preprocessing/preparation';
import { fitLinearSvm, linearSvmScores } from '../svm/linearSvm';
import { fitRbfSvm, rbfSvmScores } from '../svm/rbfSvm';
import { withProbabilities } from '../svm/withProbabilities';
import { fitDecisionTree, fitExtraTrees, fitRandomForest, predictForest } from '../trees/forest';
import { fitGradientBoosting } from '../trees/gradientBoosting';
import { fitHistogramBoosting, predictBoosted } from '../trees/histogramBoosting';
import type { Candidate, Learner } from './learner';

const scaled: PreparationOptions = { missing: 'mean-mode', categories: 'one-hot', scale: true };
const plain: PreparationOptions = { missing: 'mean-mode', categories: 'one-hot', scale: false };
/** Histograms read missing values themselves. */
const withGaps: PreparationOptions = { missing: 'keep', categories: 'one-hot', scale: false };

/** The settings to choose from, the first where there is no choice. */
function candidates<P extends Readonly<Record<string, number>>>(
  [first, ...others]: readonly [P, ...P[]],
  fit: (parameters: P) => Candidate['fit']
): [Candidate<P>, ...Candidate<P>[]] {
  const make = (parameters: P): Candidate<P> => ({ parameters, fit: fit(parameters) });
  return [make(first), ...others.map(make)];
}

/** Settings of histogram boosting, in full: the pipeline serves what is compared here, with the setting that was chosen. */
export type BoostingParameters = Readonly<Record<'trees' | 'leaves' | 'learningRate' | 'leastRows', number>>;

export const boostingParameters: readonly [BoostingParameters, ...BoostingParameters[]] = [
  { trees: 100, leaves: 15, learningRate: 0.08, leastRows: 20 },
  { trees: 100, leaves: 31, learningRate: 0.1, leastRows: 20 },
  { trees: 100, leaves: 8, learningRate: 0.1, leastRows: 20 },
];

/** The model that tells its reasons, which is why it gives the customers' probabilities. */
export const histogramBoosting: Learner<BoostingParameters> = {
  model: 'histogram_boosting',
  preparation: withGaps,
  candidates: candidates(boostingParameters, (parameters) => (m, labels) => {
    const model = fitHistogramBoosting(m, labels, parameters);
    return (rows) => predictBoosted(model, rows);
  }),
};

/** The single models that are compared; votes and the stack are made of all of them. */
export const learners: readonly Learner[] = [
  {
    model: 'logistic_regression',
    preparation: scaled,
    candidates: candidates([{ c: 1 }, { c: 0.03 }], ({ c }) => (m, labels) => {
      const model = fitLogistic(m, labels, { c });
      return (rows) => predictLogistic(model, rows);
    }),
  },
  {
    model: 'random_forest',
    preparation: plain,
    candidates: candidates(
      [
        { trees: 100, leastRows: 1 },
        { trees: 100, leastRows: 5 },
      ],
      (parameters) => (m, labels, seed) => {
        // prettier-ignore
        const model = fitRandomForest(m, labels, { seed, ...parameters });
        return (rows) => predictForest(model, rows);
      }
    ),
  },
  {
    model: 'extra_trees',
    preparation: plain,
    candidates: candidates(
      [
        { trees: 100, leastRows: 1 },
        { trees: 100, leastRows: 5 },
      ],
      (parameters) => (m, labels, seed) => {
        // prettier-ignore
        const model = fitExtraTrees(m, labels, { seed, ...parameters });
        return (rows) => predictForest(model, rows);
      }
    ),
  },
  {
    model: 'gradient_boosting',
    preparation: plain,
    candidates: candidates(
      [
        { trees: 100, depth: 3 },
        { trees: 100, depth: 5 },
      ],
      (parameters) => (m, labels) => {
        const model = fitGradientBoosting(m, labels, parameters);
        return (rows) => predictBoosted(model, rows);
      }
    ),
  },
  histogramBoosting,
  {
    model: 'k_nearest',
    preparation: scaled,
    mostRows: 10_000,
    dearToAsk: true,
    candidates: candidates([{ k: 15 }, { k: 5 }], ({ k }) => (m, labels) => {
      const model = fitNearest(m, labels, { k: Math.min(k, m.rows), weights: 'distance' });
      return (rows) => predictNearest(model, rows);
    }),
  },
  {
    model: 'svm_linear',
    preparation: scaled,
    mostRows: 10_000,
    candidates: candidates(
      [{ c: 0.01 }, { c: 1 }],
      ({ c }) =>
        (m, labels, seed) =>
          withProbabilities(m, labels, seed, (rows, own) => {
            const model = fitLinearSvm(rows, own, { seed, c, maxPasses: 100 });
            return (others) => linearSvmScores(model, others);
          })
    ),
  },
  {
    model: 'svm_rbf',
    preparation: scaled,
    mostRows: 1_200,
    dearToAsk: true,
    candidates: candidates(
      [{ c: 1 }, { c: 10 }],
      ({ c }) =>
        (m, labels, seed) =>
          withProbabilities(m, labels, seed, (rows, own) => {
            const model = fitRbfSvm(rows, own, { c });
            return (others) => rbfSvmScores(model, others);
          })
    ),
  },
  {
    model: 'decision_tree',
    preparation: plain,
    candidates: candidates([{ leastRows: 20 }, { leastRows: 5 }], (parameters) => (m, labels) => {
      const model = fitDecisionTree(m, labels, parameters);
      return (rows) => predictForest(model, rows);
    }),
  },
];
