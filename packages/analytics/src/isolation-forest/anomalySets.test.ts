import { testForest } from '../../fixtures/forestAgainstPeer';

// scikit-learn's IsolationForest (100 trees, 256 samples), ROC-AUC and PR-AUC: mean and sd over seeds.
testForest('thyroid', [0.978, 0.002], [0.518, 0.045]);
testForest('cardio', [0.932, 0.012], [0.563, 0.039]);
testForest('Wilt', [0.458, 0.027], [0.044, 0.002]);
