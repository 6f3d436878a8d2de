import os from 'node:os';
import { fitHistogramBoosting, predictBoosted, rocAuc } from '@spendscope/analytics';
import type { Benchmark } from './benchmark';
import { memoryGrowth } from './memory/growth';
import { classificationData } from './peers/classificationData';
import { withFiles } from './peers/files';
import { runPython } from './peers/pythonPeer';

const columns = 14;
const trees = 100;
const rounds = 2;

const script = `
import json, sys, time
import lightgbm, numpy as np
from sklearn.metrics import roc_auc_score
x, y, columns, trees, threads, rounds = sys.argv[1], sys.argv[2], *map(int, sys.argv[3:])
X, y = np.fromfile(x).reshape(-1, columns), np.fromfile(y, dtype=np.int8)
seconds = []
for _ in range(rounds):
    start = time.perf_counter()
    model = lightgbm.LGBMClassifier(n_estimators=trees, num_leaves=31, learning_rate=0.1, n_jobs=threads, verbose=-1).fit(X, y)
    seconds.append(time.perf_counter() - start)
print(json.dumps({"seconds": min(seconds), "auc": roc_auc_score(y, model.predict_proba(X)[:, 1])}))
`;

/** Training time of histogram boosting beside LightGBM, on one core and with all that there are; ours takes one. */
export const gbdt: Benchmark = {
  what: 'histogram boosting against LightGBM, 100 trees of 31 leaves on 14 columns (s)',
  run: async ([count = '1000000'], report) => {
    const data = classificationData(Number(count), columns);
    const peer = (threads: number): Promise<{ seconds: number; auc: number }> =>
      withFiles([data.m.data, data.labels], (x, y) =>
        runPython(script, [x, y, ...[columns, trees, threads, rounds].map(String)])
      );
    const seconds: number[] = [];
    let model = fitHistogramBoosting(data.m, data.labels, { trees: 2 });
    for (let round = 0; round < rounds; round++) {
      const from = performance.now();
      model = fitHistogramBoosting(data.m, data.labels, { trees });
      seconds.push((performance.now() - from) / 1000);
    }
    const ours = Math.min(...seconds);
    const alone = await peer(1);
    report({ case: `train ${count} × ${columns}, one core each`, ours, peer: alone.seconds, unit: 's' });
    const cores = os.availableParallelism();
    report({ case: `train ${count} × ${columns}, peer on ${cores} cores`, ours, peer: (await peer(cores)).seconds, unit: 's' }); // prettier-ignore
    report({ case: 'training ROC-AUC', ours: rocAuc(predictBoosted(model, data.m), data.labels), peer: alone.auc, unit: 'area' }); // prettier-ignore
    report(await memoryGrowth('gbdt', Number(count)));
  },
};
