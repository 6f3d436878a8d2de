import { Autoencoder, type Matrix, Random, fitStandardizer, matrix, standardize } from '@spendscope/analytics';
import type { Benchmark } from './benchmark';
import { runTfjs } from './peers/nodePeer';
import { withNumbers } from './peers/withNumbers';

const columns = 14;
const hidden = [10, 5, 10];
const epochs = 5;
const batch = 128;
const learningRate = 0.003;
const rounds = 3;

interface Peer {
  train: number;
  score: number;
  loss: number;
}

const script = `
async function work(tf, read, [file, ...numbers]) {
  const [columns, epochs, batch, learningRate, rounds, ...hidden] = numbers.map(Number);
  const values = read(file);
  const x = tf.tensor2d(values, [values.length / columns, columns]);
  const best = { train: Infinity, score: Infinity, loss: Infinity };
  for (let round = 0; round < rounds; round++) {
    const model = tf.sequential();
    hidden.forEach((units, i) => model.add(tf.layers.dense({ units, activation: 'tanh', ...(i === 0 ? { inputShape: [columns] } : {}) })));
    model.add(tf.layers.dense({ units: columns }));
    model.compile({ optimizer: tf.train.adam(learningRate), loss: 'meanSquaredError' });
    let from = performance.now();
    const { history } = await model.fit(x, x, { epochs, batchSize: batch, shuffle: true, verbose: 0, yieldEvery: 'never' });
    best.train = Math.min(best.train, (performance.now() - from) / 1000);
    best.loss = Math.min(best.loss, history.loss.at(-1));
    from = performance.now();
    tf.tidy(() => model.predict(x, { batchSize: 4096 }).sub(x).square().mean(1).dataSync());
    best.score = Math.min(best.score, (performance.now() - from) / 1000);
  }
  return best;
}
`;

/** Five factors mixed into fourteen columns, with noise: what a narrow middle can learn. z-scores, so that both train on the same. */
function mixedFactors(rows: number): Matrix {
  const random = new Random(1);
  const mixing = Float64Array.from({ length: 5 * columns }, () => random.normal() / Math.sqrt(5));
  const data = new Float64Array(rows * columns);
  for (let i = 0; i < rows; i++) {
    const factors = Array.from({ length: 5 }, () => random.normal());
    for (let j = 0; j < columns; j++) {
      data[i * columns + j] = factors.reduce((sum, f, k) => sum + f * mixing[k * columns + j]!, 0.1 * random.normal());
    }
  }
  const m = matrix(data, columns);
  return standardize(m, fitStandardizer(m));
}

/** Training and scoring beside tfjs on its backends for JavaScript alone and for WebAssembly; one thread each. */
export const autoencoder: Benchmark = {
  what: `autoencoder ${[columns, ...hidden, columns].join('-')} against tfjs, ${epochs} epochs (s)`,
  run: async ([count = '100000'], report) => {
    const m = mixedFactors(Number(count));
    const ours: Peer = { train: Infinity, score: Infinity, loss: Infinity };
    for (let round = 0; round < rounds; round++) {
      let from = performance.now();
      const model = await Autoencoder.fit(m, { seed: round, hidden, epochs, batch, learningRate, heldOut: 0 });
      ours.train = Math.min(ours.train, (performance.now() - from) / 1000);
      ours.loss = Math.min(ours.loss, model.history.training.at(-1)!);
      from = performance.now();
      model.score(m);
      ours.score = Math.min(ours.score, (performance.now() - from) / 1000);
    }
    for (const backend of ['cpu', 'wasm'] as const) {
      const peer = await withNumbers(m.data, (file) =>
        runTfjs<Peer>(backend, script, [file, ...[columns, epochs, batch, learningRate, rounds, ...hidden].map(String)])
      );
      report({ case: `train ${count} rows, tfjs ${backend}`, ours: ours.train, peer: peer.train, unit: 's' });
      report({ case: `score ${count} rows, tfjs ${backend}`, ours: ours.score, peer: peer.score, unit: 's' });
      report({ case: `loss of the last epoch, tfjs ${backend}`, ours: ours.loss, peer: peer.loss, unit: 'mse' });
    }
  },
};
