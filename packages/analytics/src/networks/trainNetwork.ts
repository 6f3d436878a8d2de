import { AnalyticsError } from '../analyticsError';
import { Random } from '../random';
import { shuffle } from '../shuffle';
import { Adam } from './adam';

export interface TrainingOptions {
  seed: number;
  /** most passes over the rows; 50 */
  epochs?: number;
  /** rows of one step; 128 */
  batch?: number;
  /** 0.003 */
  learningRate?: number;
  /** epochs without a better loss of the held-out part before it stops; 5 */
  patience?: number;
  /** share of the rows that training does not see and that says when to stop; 0.1. With 0 all epochs are run. */
  heldOut?: number;
  /** after each epoch; what it throws ends the training */
  onEpoch?: (epoch: number, history: TrainingHistory) => Promise<void> | void;
}

/** Losses of each epoch. `best` is the epoch, from 0, whose weights were kept. */
export interface TrainingHistory {
  training: number[];
  /** empty where no rows were held out */
  heldOut: number[];
  best: number;
}

/** What can be trained: a mean loss over some rows, and its gradient by the parameters. */
export interface Trainable {
  rows: number;
  parameters: Float64Array;
  /** Mean loss over the rows of these numbers; adds its gradient where one is given. */
  loss(rows: Uint32Array, gradient?: Float64Array): number;
}

/** Fewer rows than this give no part to hold out. */
const leastToHoldOut = 20;

/**
 * Adam on mini-batches in a seeded order, stopped early by the loss of a held-out part; the best epoch's weights stay.
 *
 * @throws AnalyticsError `bad_option`, or `not_finite` where the loss is lost (a learning rate that is too high)
 */
export async function trainNetwork(net: Trainable, options: TrainingOptions): Promise<TrainingHistory> {
  const { seed, epochs = 50, batch = 128, learningRate = 0.003, patience = 5, heldOut = 0.1, onEpoch } = options;
  checkOptions(epochs, batch, patience, learningRate, heldOut);
  const random = new Random(seed, 7);
  const order = shuffle(
    Uint32Array.from({ length: net.rows }, (_, i) => i),
    random
  );
  const kept = net.rows >= leastToHoldOut ? Math.floor(net.rows * heldOut) : 0;
  const judged = order.slice(0, kept);
  const rows = order.slice(kept);
  const adam = new Adam(net.parameters.length, learningRate);
  const gradient = new Float64Array(net.parameters.length);
  const history: TrainingHistory = { training: [], heldOut: [], best: 0 };
  let best = net.parameters.slice();
  let least = Infinity;
  for (let epoch = 0; epoch < epochs && epoch - history.best <= patience; epoch++) {
    shuffle(rows, random);
    let sum = 0;
    for (let from = 0; from < rows.length; from += batch) {
      const part = rows.subarray(from, Math.min(rows.length, from + batch));
      sum += net.loss(part, gradient.fill(0)) * part.length;
      adam.step(net.parameters, gradient);
    }
    history.training.push(sum / rows.length);
    const loss = kept > 0 ? meanLoss(net, judged, batch) : -epoch;
    if (!Number.isFinite(sum) || !Number.isFinite(loss)) {
      throw new AnalyticsError('not_finite', `The loss is no number after epoch ${epoch + 1}; lower the learning rate of ${learningRate}.`); // prettier-ignore
    }
    if (kept > 0) {
      history.heldOut.push(loss);
    }
    if (loss < least) {
      least = loss;
      history.best = epoch;
      best = net.parameters.slice();
    }
    await onEpoch?.(epoch, history);
  }
  net.parameters.set(best);
  return history;
}

function meanLoss(net: Trainable, rows: Uint32Array, batch: number): number {
  let sum = 0;
  for (let from = 0; from < rows.length; from += batch) {
    const part = rows.subarray(from, Math.min(rows.length, from + batch));
    sum += net.loss(part) * part.length;
  }
  return sum / rows.length;
}

function checkOptions(epochs: number, batch: number, patience: number, learningRate: number, heldOut: number): void {
  const whole = [epochs, batch, patience].every((value) => Number.isInteger(value) && value >= 1);
  if (!whole || !(learningRate > 0) || !(heldOut >= 0 && heldOut <= 0.5)) {
    throw new AnalyticsError(
      'bad_option',
      `epochs, batch and patience must be whole and at least 1, learningRate positive, heldOut 0 to 0.5, not ${epochs}, ${batch}, ${patience}, ${learningRate}, ${heldOut}.`
    );
  }
}
