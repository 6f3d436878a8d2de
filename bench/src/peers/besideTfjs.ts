import type { Benchmark } from '../benchmark';
import { runTfjs } from './nodePeer';
import { withNumbers } from './withNumbers';

interface Measured {
  /** s */
  train: number;
  score: number;
  /** mean squared error of the last epoch */
  loss: number;
}

export interface NetworkComparison {
  /** what is trained on, as the cases say it, e.g. "10000 sequences" */
  what: string;
  rounds: number;
  data: Float64Array;
  /** Trains one of ours by this seed: its loss, and how it scores the data. */
  fit: (seed: number) => Promise<{ loss: number; score: () => void }>;
  /** JavaScript of `build(tf, values, options)`: model, x, y, and `fit` and `predict` options of the peer's model. */
  build: string;
  /** plain values for `build` */
  options: object;
}

const script = (build: string, { rounds, options }: NetworkComparison): string => `
${build}
async function work(tf, read, [file]) {
  const values = read(file);
  const best = { train: Infinity, score: Infinity, loss: Infinity };
  for (let round = 0; round < ${rounds}; round++) {
    const { model, x, y, fit, predict } = build(tf, values, ${JSON.stringify(options)});
    let from = performance.now();
    const { history } = await model.fit(x, y, { ...fit, shuffle: true, verbose: 0, yieldEvery: 'never' });
    best.train = Math.min(best.train, (performance.now() - from) / 1000);
    best.loss = Math.min(best.loss, history.loss.at(-1));
    from = performance.now();
    tf.tidy(() => model.predict(x, predict).sub(y).square().mean(-1).dataSync());
    best.score = Math.min(best.score, (performance.now() - from) / 1000);
  }
  return best;
}
`;

/** The best of some rounds of training and scoring, beside tfjs by JavaScript alone and by WebAssembly; one thread each. */
export async function besideTfjs(
  comparison: NetworkComparison,
  report: Parameters<Benchmark['run']>[1]
): Promise<void> {
  const { what, rounds, data, fit, build } = comparison;
  const ours: Measured = { train: Infinity, score: Infinity, loss: Infinity };
  for (let round = 0; round < rounds; round++) {
    let from = performance.now();
    const { loss, score } = await fit(round);
    ours.train = Math.min(ours.train, (performance.now() - from) / 1000);
    ours.loss = Math.min(ours.loss, loss);
    from = performance.now();
    score();
    ours.score = Math.min(ours.score, (performance.now() - from) / 1000);
  }
  for (const backend of ['cpu', 'wasm'] as const) {
    const peer = await withNumbers(data, (file) => runTfjs<Measured>(backend, script(build, comparison), [file]));
    report({ case: `train ${what}, tfjs ${backend}`, ours: ours.train, peer: peer.train, unit: 's' });
    report({ case: `score ${what}, tfjs ${backend}`, ours: ours.score, peer: peer.score, unit: 's' });
    report({ case: `loss of the last epoch, tfjs ${backend}`, ours: ours.loss, peer: peer.loss, unit: 'mse' });
  }
}
