import { Lstm, Random, fitStandardizer, matrix, standardize } from '@spendscope/analytics';
import type { Benchmark } from './benchmark';
import { memoryGrowth } from './memory/growth';
import { besideTfjs } from './peers/besideTfjs';

const steps = 20;
const columns = 4;
const hidden = 32;
const training = { epochs: 1, batch: 128, learningRate: 0.003 };

/** Each step is told from those before it, as ours does it: the input is the sequence moved by one step. */
const build = `
function build(tf, values, { steps, columns, hidden, epochs, batch, learningRate }) {
  const count = values.length / steps / columns;
  const y = tf.tensor3d(values, [count, steps, columns]);
  const x = tf.concat([tf.zeros([count, 1, columns]), y.slice([0, 0, 0], [count, steps - 1, columns])], 1);
  const model = tf.sequential();
  model.add(tf.layers.lstm({ units: hidden, returnSequences: true, recurrentActivation: 'sigmoid', recurrentInitializer: 'glorotUniform', inputShape: [steps, columns] }));
  model.add(tf.layers.timeDistributed({ layer: tf.layers.dense({ units: columns }) }));
  model.compile({ optimizer: tf.train.adam(learningRate), loss: 'meanSquaredError' });
  return { model, x, y, fit: { epochs, batchSize: batch }, predict: { batchSize: 256 } };
}
`;

/** Waves of different pace with noise, in four columns, as z-scores so that both train on the same. */
export function waves(count: number): ReturnType<typeof matrix> {
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

export const lstm: Benchmark = {
  what: `LSTM of ${hidden} on sequences of ${steps} × ${columns} against tfjs, one epoch (s)`,
  run: async ([count = '10000'], report) => {
    const m = waves(Number(count));
    const sequences = { m, starts: Array.from({ length: Number(count) }, (_, i) => i * steps) };
    await besideTfjs(
      {
        what: `${count} sequences`,
        rounds: 2,
        data: m.data,
        fit: async (seed) => {
          const model = await Lstm.fit(sequences, { seed, hidden, longest: steps, ...training, heldOut: 0 });
          return { loss: model.history.training.at(-1)!, score: () => model.score(sequences) };
        },
        build,
        options: { steps, columns, hidden, ...training },
      },
      report
    );
    report(await memoryGrowth('lstm', 1_000_000));
  },
};
