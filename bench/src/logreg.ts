import { fitLogistic } from '@spendscope/analytics';
import type { Benchmark } from './benchmark';
import { memoryGrowth } from './memory/growth';
import { classificationData } from './peers/classificationData';
import { withFiles } from './peers/files';
import { onOneCoreAndAll } from './peers/onOneCoreAndAll';

const columns = 14;
const rounds = 5;

const script = `
import json, sys, time
import numpy as np
from sklearn.linear_model import LogisticRegression
X, y = np.fromfile(sys.argv[1]).reshape(-1, int(sys.argv[3])), np.fromfile(sys.argv[2], dtype=np.int8)
for line in sys.stdin:
    if line.strip() == "exact":
        print(json.dumps(LogisticRegression(max_iter=10000, tol=1e-10).fit(X, y).coef_[0].tolist()), flush=True)
        continue
    start = time.perf_counter()
    LogisticRegression(max_iter=1000).fit(X, y)
    print(json.dumps(time.perf_counter() - start), flush=True)
`;

/** Training time beside scikit-learn's default solver, on one core and on all; ours is held to its solution at a tolerance of 1e-10. */
export const logreg: Benchmark = {
  what: 'logistic regression against scikit-learn on 14 columns (s)',
  run: async ([count = '1000000'], report) => {
    const data = classificationData(Number(count), columns);
    const fit = (): ReturnType<typeof fitLogistic> => fitLogistic(data.m, data.labels);
    await withFiles([data.m.data, data.labels], async (x, y) => {
      const name = `train ${count} × ${columns}`;
      await onOneCoreAndAll(
        { name, rounds, fit, script, args: () => [x, y, String(columns)] },
        report,
        async (peer) => {
          checkSame(fit().coefficients, await peer.ask<number[]>('exact'));
        }
      );
    });
    report(await memoryGrowth('logreg', Number(count)));
  },
};

function checkSame(ours: readonly number[], theirs: readonly number[]): void {
  const off = Math.max(...ours.map((w, j) => Math.abs(w - theirs[j]!)));
  if (off > 1e-4) {
    throw new Error(`The coefficients are ${off} apart; the comparison would not be fair.`);
  }
}
