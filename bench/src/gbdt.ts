import { fitHistogramBoosting, predictBoosted, rocAuc } from '@spendscope/analytics';
import type { Benchmark } from './benchmark';
import { memoryGrowth } from './memory/growth';
import { classificationData } from './peers/classificationData';
import { withFiles } from './peers/files';
import { onOneCoreAndAll } from './peers/onOneCoreAndAll';

const columns = 14;
const trees = 100;
const rounds = 2;

const script = `
import json, sys, time
import lightgbm, numpy as np
from sklearn.metrics import roc_auc_score
x, y, columns, trees, threads = sys.argv[1], sys.argv[2], *map(int, sys.argv[3:])
X, y = np.fromfile(x).reshape(-1, columns), np.fromfile(y, dtype=np.int8)
for line in sys.stdin:
    if line.strip() == "auc":
        print(json.dumps(roc_auc_score(y, model.predict_proba(X)[:, 1])), flush=True)
        continue
    start = time.perf_counter()
    model = lightgbm.LGBMClassifier(n_estimators=trees, num_leaves=31, learning_rate=0.1, n_jobs=threads, verbose=-1).fit(X, y)
    print(json.dumps(time.perf_counter() - start), flush=True)
`;

/** Training time of histogram boosting beside LightGBM, on one core and with all that there are; ours takes one. */
export const gbdt: Benchmark = {
  what: 'histogram boosting against LightGBM, 100 trees of 31 leaves on 14 columns (s)',
  run: async ([count = '1000000'], report) => {
    const data = classificationData(Number(count), columns);
    const fit = (): ReturnType<typeof fitHistogramBoosting> => fitHistogramBoosting(data.m, data.labels, { trees });
    await withFiles([data.m.data, data.labels], async (x, y) => {
      const name = `train ${count} × ${columns}`;
      await onOneCoreAndAll(
        { name, rounds, fit, script, args: (threads) => [x, y, ...[columns, trees, threads].map(String)] },
        report,
        async (peer) => {
          const ours = rocAuc(predictBoosted(fit(), data.m), data.labels);
          report({ case: 'training ROC-AUC', ours, peer: await peer.ask<number>('auc'), unit: 'area' });
        }
      );
    });
    report(await memoryGrowth('gbdt', Number(count)));
  },
};
