import { type Matrix, Random, kmeans, matrix, sampledSilhouette, silhouette as exact } from '@spendscope/analytics';
import type { Benchmark } from './benchmark';
import { memoryGrowth } from './memory/growth';
import { peakMemory } from './memory/peakMemory';
import { alternate, seconds } from './peers/alternate';
import { withFiles } from './peers/files';
import { PythonPeer } from './peers/pythonPeer';

const columns = 8;
const k = 6;
const exactRows = 20_000;
const rounds = 5;

const script = `
import json, sys, time
import numpy as np
from sklearn.metrics import silhouette_score
X, labels = np.fromfile(sys.argv[1]).reshape(-1, int(sys.argv[3])), np.fromfile(sys.argv[2], dtype=np.int32)
size = int(sys.argv[4])
few, own = X[:size].copy(), labels[:size].copy()
for line in sys.stdin:
    what = line.strip()
    start = time.perf_counter()
    if what == "exact":
        score = silhouette_score(few, own)
    elif what == "sampled":
        score = silhouette_score(X, labels, sample_size=size, random_state=0)
    took = time.perf_counter() - start
    if what == "memory":
        print(json.dumps(peak_memory()), flush=True)
    else:
        print(json.dumps({"seconds": took, "score": score}), flush=True)
`;

interface Answer {
  seconds: number;
  score: number;
}

/** The exact silhouette, and one of a sample of the same size out of many rows, beside scikit-learn on one core each. */
export const silhouette: Benchmark = {
  what: 'silhouette against scikit-learn: 20,000 rows exact, 1,000,000 sampled, 8 columns (s)',
  run: async ([count = '1000000'], report) => {
    const m = groups(Number(count));
    const { labels } = kmeans(m, { k, seed: 1, starts: 1 });
    const few = matrix(m.data.slice(0, exactRows * columns), columns);
    const own = labels.slice(0, exactRows);
    await withFiles([m.data, labels], async (x, y) => {
      const peer = await PythonPeer.open(script, [x!, y!, ...[columns, exactRows].map(String)], 1);
      const scores = { ours: 0, peer: 0 };
      const beside = (what: string, ours: () => number): ReturnType<typeof alternate> =>
        alternate(
          rounds,
          () => seconds(() => (scores.ours = ours())),
          async () => {
            const answer = await peer.ask<Answer>(what);
            scores.peer = answer.score;
            return answer.seconds;
          }
        );
      const all = await beside('exact', () => exact(few, own));
      if (Math.abs(scores.ours - scores.peer) > 1e-9) {
        throw new Error(`The silhouettes are ${scores.ours - scores.peer} apart; the comparison would not be fair.`);
      }
      report({ case: `exact, ${exactRows} × ${columns}, one core each`, ...all, unit: 's' });
      const sampled = await beside('sampled', () => sampledSilhouette(m, labels, { size: exactRows, seed: 0 }));
      report({ case: `${exactRows} of ${count} × ${columns}, one core each`, ...sampled, unit: 's' });
      report({ case: `${exactRows} of ${count} × ${columns}, silhouette`, ...scores, unit: '' });
      report({ case: 'peak memory', ours: peakMemory(), peer: await peer.ask<number>('memory'), unit: 'MiB' });
      peer.close();
    });
    report(await memoryGrowth('silhouette', Number(count)));
  },
};

/** Round groups that overlap. */
export function groups(rows: number): Matrix {
  const random = new Random(13);
  const places = Float64Array.from({ length: k * columns }, () => 2 * random.normal());
  const data = new Float64Array(rows * columns);
  for (let i = 0; i < rows; i++) {
    const group = random.int(k);
    for (let j = 0; j < columns; j++) {
      data[i * columns + j] = places[group * columns + j]! + random.normal();
    }
  }
  return matrix(data, columns);
}
