import { Autoencoder, type Matrix, Random, fitStandardizer, matrix, standardize } from '@spendscope/analytics';
import type { Benchmark } from './benchmark';
import { memoryGrowth } from './memory/growth';
import { besideTfjs } from './peers/besideTfjs';

const columns = 14;
const hidden = [10, 5, 10];
const training = { epochs: 5, batch: 128, learningRate: 0.003 };

const build = `
function build(tf, values, { columns, hidden, epochs, batch, learningRate }) {
  const x = tf.tensor2d(values, [values.length / columns, columns]);
  const model = tf.sequential();
  hidden.forEach((units, i) => model.add(tf.layers.dense({ units, activation: 'tanh', ...(i === 0 ? { inputShape: [columns] } : {}) })));
  model.add(tf.layers.dense({ units: columns }));
  model.compile({ optimizer: tf.train.adam(learningRate), loss: 'meanSquaredError' });
  return { model, x, y: x, fit: { epochs, batchSize: batch }, predict: { batchSize: 4096 } };
}
`;

/** Five factors mixed into fourteen columns, with noise: what a narrow middle can learn. z-scores, so that both train on the same. */
export function mixedFactors(rows: number): Matrix {
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

export const autoencoder: Benchmark = {
  what: `autoencoder ${[columns, ...hidden, columns].join('-')} against tfjs, ${training.epochs} epochs (s)`,
  run: async ([count = '100000'], report) => {
    const m = mixedFactors(Number(count));
    await besideTfjs(
      {
        what: `${count} rows`,
        rounds: 3,
        data: m.data,
        fit: async (seed) => {
          const model = await Autoencoder.fit(m, { seed, hidden, ...training, heldOut: 0 });
          return { loss: model.history.training.at(-1)!, score: () => model.score(m) };
        },
        build,
        options: { columns, hidden, ...training },
      },
      report
    );
    report(await memoryGrowth('autoencoder', 1_000_000));
  },
};
