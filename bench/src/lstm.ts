import { Lstm, Random, fitStandardizer, matrix, standardize } from '@spendscope/analytics';
import type { Benchmark } from './benchmark';
import { runTfjs } from './peers/nodePeer';
import { withNumbers } from './peers/withNumbers';

const steps = 20;
const columns = 4;
const hidden = 32;
const batch = 128;
const learningRate = 0.003;
const rounds = 2;

interface Peer {
  train: number;
  score: number;
  loss: number;
}

/** Each step is told from those before it, as ours does it: the input is the sequence moved by one step. */
const script = `
async function work(tf, read, [file, ...numbers]) {
  const [steps, columns, hidden, batch, learningRate, rounds] = numbers.map(Number);
  const values = read(file);
  const count = values.length / steps / columns;
  const y = tf.tensor3d(values, [count, steps, columns]);
  const x = tf.concat([tf.zeros([count, 1, columns]), y.slice([0, 0, 0], [count, steps - 1, columns])], 1);
  const best = { train: Infinity, score: Infinity, loss: Infinity };
  for (let round = 0; round < rounds; round++) {
    const model = tf.sequential();
    model.add(tf.layers.lstm({ units: hidden, returnSequences: true, recurrentActivation: 'sigmoid', recurrentInitializer: 'glorotUniform', inputShape: [steps, columns] }));
    model.add(tf.layers.timeDistributed({ layer: tf.layers.dense({ units: columns }) }));
    model.compile({ optimizer: tf.train.adam(learningRate), loss: 'meanSquaredError' });
    let from = performance.now();
    const { history } = await model.fit(x, y, { epochs: 1, batchSize: batch, shuffle: true, verbose: 0, yieldEvery: 'never' });
    best.train = Math.min(best.train, (performance.now() - from) / 1000);
    best.loss = Math.min(best.loss, history.loss.at(-1));
    from = performance.now();
    tf.tidy(() => model.predict(x, { batchSize: 256 }).sub(y).square().mean(2).dataSync());
    best.score = Math.min(best.score, (performance.now() - from) / 1000);
  }
  return best;
}
`;

/** Waves of different pace with noise, in four columns, as z-scores so that both train on the same. */
function waves(count: number): ReturnType<typeof matrix> {
  const random = new Random(1);
  const data: number[] = [];
  for (let s = 0; s < count; s++) {
    const [phase, pace] = [random.between(0, 6), random.between(0.3, 0.9)];
    for (let t = 0; t < steps; t++) {
      const angle = phase + pace * t;
      for (const value of [Math.sin(angle), Math.cos(angle), Math.sin(2 * angle), pace]) {
        data.push(value + 0.1 * random.normal());
      }
    }
  }
  const m = matrix(Float64Array.from(data), columns);
  return standardize(m, fitStandardizer(m));
}

/** An epoch of training and the scoring of every step, beside tfjs; one thread each. */
export const lstm: Benchmark = {
  what: `LSTM of ${hidden} on sequences of ${steps} × ${columns} against tfjs, one epoch (s)`,
  run: async ([count = '10000'], report) => {
    const m = waves(Number(count));
    const sequences = { m, starts: Array.from({ length: Number(count) }, (_, i) => i * steps) };
    const ours: Peer = { train: Infinity, score: Infinity, loss: Infinity };
    for (let round = 0; round < rounds; round++) {
      let from = performance.now();
      const model = await Lstm.fit(sequences, { seed: round, hidden, longest: steps, epochs: 1, batch, learningRate, heldOut: 0 }); // prettier-ignore
      ours.train = Math.min(ours.train, (performance.now() - from) / 1000);
      ours.loss = Math.min(ours.loss, model.history.training.at(-1)!);
      from = performance.now();
      model.score(sequences);
      ours.score = Math.min(ours.score, (performance.now() - from) / 1000);
    }
    for (const backend of ['cpu', 'wasm'] as const) {
      const peer = await withNumbers(m.data, (file) =>
        runTfjs<Peer>(backend, script, [file, ...[steps, columns, hidden, batch, learningRate, rounds].map(String)])
      );
      report({ case: `train ${count} sequences, tfjs ${backend}`, ours: ours.train, peer: peer.train, unit: 's' });
      report({ case: `score ${count} sequences, tfjs ${backend}`, ours: ours.score, peer: peer.score, unit: 's' });
      report({ case: `loss of the epoch, tfjs ${backend}`, ours: ours.loss, peer: peer.loss, unit: 'mse' });
    }
  },
};
