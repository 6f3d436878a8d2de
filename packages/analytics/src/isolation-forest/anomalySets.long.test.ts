import { testForest } from '../../fixtures/forestAgainstPeer';

// scikit-learn's IsolationForest (100 trees, 256 samples), ROC-AUC and PR-AUC: mean and sd over seeds.
testForest('mammography', [0.859, 0.004], [0.194, 0.017]);
testForest('pendigits', [0.94, 0.013], [0.249, 0.058]);
testForest('satimage-2', [0.994, 0.001], [0.924, 0.013]);
testForest('shuttle', [0.997, 0], [0.977, 0.003]);
testForest('campaign', [0.706, 0.011], [0.284, 0.022]);
