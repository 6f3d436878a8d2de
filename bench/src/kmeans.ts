import os from 'node:os';
import { type Matrix, Random, kmeans as cluster, matrix } from '@spendscope/analytics';
import type { Benchmark } from './benchmark';
import { memoryGrowth } from './memory/growth';
import { peakMemory } from './memory/peakMemory';
import { type Sides, alternate, seconds } from './peers/alternate';
import { withFiles } from './peers/files';
import { PythonPeer } from './peers/pythonPeer';

const k = 6;
const starts = 10;
const rounds = 3;

const script = `
import json, sys, time
import numpy as np
from sklearn.cluster import KMeans
X = np.fromfile(sys.argv[1]).reshape(-1, int(sys.argv[2]))
k, starts, seed = int(sys.argv[3]), int(sys.argv[4]), 0
for line in sys.stdin:
    if line.strip() == "memory":
        print(json.dumps(peak_memory()), flush=True)
        continue
    start = time.perf_counter()
    model = KMeans(k, n_init=starts, random_state=seed).fit(X)
    print(json.dumps({"seconds": time.perf_counter() - start, "inertia": model.inertia_}), flush=True)
    seed += 1
`;

interface Answer {
  seconds: number;
  inertia: number;
}

/** Ten starts of greedy k-means++ and the same stop beside scikit-learn, on one core and on all; ours takes one. */
export const kmeans: Benchmark = {
  what: 'k-means against scikit-learn, k = 6, 10 starts, on 3 clustered and on 10 shapeless columns (s)',
  run: async ([count = '1000000'], report) => {
    const rows = Number(count);
    const cores = os.availableParallelism();
    const tables: [string, Matrix][] = [
      [`${count} × 3 in clusters`, clustered(rows, 3)],
      [`${count} × 10 without clusters`, shapeless(rows, 10)],
    ];
    for (const [name, m] of tables) {
      const one = await beside(m, 1);
      report({ case: `${name}, one core each`, ...one.time, unit: 's' });
      report({ case: `${name}, least inertia`, ...one.inertia, unit: 'sum of squares' });
      report({ case: `${name}, peak memory`, ...one.memory, unit: 'MiB' });
    }
    const [name, m] = tables[0]!;
    report({ case: `${name}, peer on ${cores} cores`, ...(await beside(m, cores)).time, unit: 's' });
    const few = await beside(clustered(10_000, 3), 1);
    report({ case: '10000 × 3 in clusters, one core each', ...few.time, unit: 's' });
    report(await memoryGrowth('kmeans', rows));
  },
};

async function beside(m: Matrix, threads: number): Promise<{ time: Sides; inertia: Sides; memory: Sides }> {
  const least = { ours: Infinity, peer: Infinity };
  let seed = 0;
  return withFiles([m.data], async (file) => {
    const peer = await PythonPeer.open(script, [file!, ...[m.columns, k, starts].map(String)], threads);
    const ours = (): number =>
      seconds(() => {
        least.ours = Math.min(least.ours, cluster(m, { k, seed: seed++, starts }).inertia);
      });
    const time = await alternate(rounds, ours, async () => {
      const answer = await peer.ask<Answer>('fit');
      least.peer = Math.min(least.peer, answer.inertia);
      return answer.seconds;
    });
    const memory = { ours: peakMemory(), peer: await peer.ask<number>('memory') };
    peer.close();
    return { time, inertia: least, memory };
  });
}

/** Round groups of unequal size about six places. */
export function clustered(rows: number, columns: number): Matrix {
  const random = new Random(11);
  const places = Float64Array.from({ length: k * columns }, () => 4 * random.normal());
  const data = new Float64Array(rows * columns);
  for (let i = 0; i < rows; i++) {
    const group = random.weighted([6, 5, 4, 3, 2, 1]);
    for (let j = 0; j < columns; j++) {
      data[i * columns + j] = places[group * columns + j]! + random.normal();
    }
  }
  return matrix(data, columns);
}

function shapeless(rows: number, columns: number): Matrix {
  const random = new Random(12);
  return matrix(Float64Array.from({ length: rows * columns }, () => random.normal()), columns); // prettier-ignore
}
