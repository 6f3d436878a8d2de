import os from 'node:os';
import { IsolationForest, type Matrix, Random, matrix } from '@spendscope/analytics';
import type { Benchmark } from './benchmark';
import { memoryGrowth } from './memory/growth';
import { peakMemory } from './memory/peakMemory';
import { alternate, seconds } from './peers/alternate';
import { withFiles } from './peers/files';
import { PythonPeer } from './peers/pythonPeer';

const columns = 8;
const rounds = 5;

const script = `
import json, sys, time
import numpy as np
from sklearn.ensemble import IsolationForest
X, jobs = np.fromfile(sys.argv[1]).reshape(-1, int(sys.argv[2])), int(sys.argv[3])
few, forest = X[:10000], None
for line in sys.stdin:
    what = line.strip()
    start = time.perf_counter()
    if what == "fit":
        forest = IsolationForest(n_estimators=100, max_samples=256, n_jobs=jobs, random_state=1).fit(X)
    elif what == "score":
        forest.score_samples(X)
    elif what == "few":
        forest.score_samples(few)
    took = time.perf_counter() - start
    print(json.dumps(peak_memory() if what == "memory" else took), flush=True)
`;

/** Fitting and scoring beside scikit-learn with the same trees and sample, on one core and on all; ours takes one. */
export const iforest: Benchmark = {
  what: 'isolation forest against scikit-learn, 100 trees of 256 rows on 8 columns (s)',
  run: async ([count = '1000000'], report) => {
    const m = normals(Number(count));
    const few = matrix(m.data.subarray(0, 10_000 * columns), columns);
    let forest = IsolationForest.fit(m, { seed: 1 });
    const cores = os.availableParallelism();
    await withFiles([m.data], async (file) => {
      const peer = await PythonPeer.open(script, [file!, String(columns), '1'], 1);
      const ask = (what: string) => (): Promise<number> => peer.ask<number>(what);
      const fit = await alternate(rounds, () => seconds(() => (forest = IsolationForest.fit(m, { seed: 1 }))), ask('fit')); // prettier-ignore
      report({ case: `fit on ${count} × ${columns}`, ...fit, unit: 's' });
      const all = await alternate(rounds, () => seconds(() => forest.score(m)), ask('score'));
      report({ case: `score ${count} × ${columns}, one core each`, ...all, unit: 's' });
      const start = await alternate(rounds, () => seconds(() => forest.score(few)), ask('few'));
      report({ case: `score 10000 × ${columns}, one core each`, ...start, unit: 's' });
      report({ case: `growth of time from 10000 to ${count} rows`, ours: all.ours / start.ours, peer: all.peer / start.peer, unit: '×' }); // prettier-ignore
      report({ case: 'peak memory', ours: peakMemory(), peer: await peer.ask<number>('memory'), unit: 'MiB' });
      peer.close();
      const wide = await PythonPeer.open(script, [file!, String(columns), String(cores)], cores);
      await wide.ask('fit');
      const allCores = await alternate(rounds, () => seconds(() => forest.score(m)), () => wide.ask<number>('score')); // prettier-ignore
      report({ case: `score ${count} × ${columns}, peer on ${cores} cores`, ...allCores, unit: 's' });
      wide.close();
    });
    report(await memoryGrowth('iforest', Number(count)));
  },
};

/** Rows without any shape. */
export function normals(rows: number): Matrix {
  const random = new Random(7);
  return matrix(
    Float64Array.from({ length: rows * columns }, () => random.normal()),
    columns
  );
}
