import { testChurn } from '../../fixtures/churnAgainstPeer';
import { fitHistogramBoosting, predictBoosted } from '../trees/histogramBoosting';
import { histogramBoosting, learners } from './learners';

// Both with LightGBM's defaults.
testChurn(
  histogramBoosting,
  {
    parameters: {},
    fit: (m, labels) => {
      const model = fitHistogramBoosting(m, labels);
      return (rows) => predictBoosted(model, rows);
    },
  },
  0.01
);

const logistic = learners.find(({ model }) => model === 'logistic_regression')!;
testChurn(logistic, logistic.candidates[0], 0.001);
