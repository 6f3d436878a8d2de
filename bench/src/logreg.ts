import { fitLogistic } from '@spendscope/analytics';
import type { Benchmark } from './benchmark';
import { memoryGrowth } from './memory/growth';
import { classificationData } from './peers/classificationData';
import { withFiles } from './peers/files';
import { runPython } from './peers/pythonPeer';

const columns = 14;
const rounds = 5;

const script = `
import json, sys, time
import numpy as np
from sklearn.linear_model import LogisticRegression
x, y, columns, rounds = sys.argv[1], sys.argv[2], *map(int, sys.argv[3:])
X, y = np.fromfile(x).reshape(-1, columns), np.fromfile(y, dtype=np.int8)
seconds = []
for _ in range(rounds):
    start = time.perf_counter()
    LogisticRegression(max_iter=1000).fit(X, y)
    seconds.append(time.perf_counter() - start)
exact = LogisticRegression(max_iter=10000, tol=1e-10).fit(X, y)
print(json.dumps({"seconds": min(seconds), "coefficients": exact.coef_[0].tolist()}))
`;

/** Training time beside scikit-learn's default solver; ours is held to its solution at a tolerance of 1e-10. */
export const logreg: Benchmark = {
  what: 'logistic regression against scikit-learn on 14 columns (s)',
  run: async ([count = '1000000'], report) => {
    const data = classificationData(Number(count), columns);
    const seconds: number[] = [];
    let model = fitLogistic(data.m, data.labels);
    for (let round = 0; round < rounds; round++) {
      const from = performance.now();
      model = fitLogistic(data.m, data.labels);
      seconds.push((performance.now() - from) / 1000);
    }
    const peer = await withFiles([data.m.data, data.labels], (x, y) =>
      runPython<{ seconds: number; coefficients: number[] }>(script, [x, y, String(columns), String(rounds)])
    );
    const off = Math.max(...model.coefficients.map((w, j) => Math.abs(w - peer.coefficients[j]!)));
    if (off > 1e-4) {
      throw new Error(`The coefficients are ${off} apart; the comparison would not be fair.`);
    }
    report({ case: `train ${count} × ${columns}`, ours: Math.min(...seconds), peer: peer.seconds, unit: 's' });
    report(await memoryGrowth('logreg', Number(count)));
  },
};
