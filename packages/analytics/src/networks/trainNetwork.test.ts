import { Random } from '../random';
import { type Trainable, trainNetwork } from './trainNetwork';

/** Tells noisy targets by one parameter each: it can only learn by heart, so held-out rows get worse in the end. */
function byHeart(rows: number): Trainable & { judged: Set<number> } {
  const random = new Random(3);
  const targets = Float64Array.from({ length: rows }, () => 1 + random.normal());
  const parameters = new Float64Array(rows + 1);
  const judged = new Set<number>();
  return {
    rows,
    parameters,
    judged,
    loss: (chosen, gradient) => {
      let sum = 0;
      for (const row of chosen) {
        const miss = parameters[rows]! + 3 * parameters[row]! - targets[row]!;
        sum += miss * miss;
        if (gradient) {
          gradient[rows]! += (2 * miss) / chosen.length;
          gradient[row]! += (6 * miss) / chosen.length;
        } else {
          judged.add(row);
        }
      }
      return sum / chosen.length;
    },
  };
}

it('stops early and keeps the parameters of the epoch that told the held-out part best', async () => {
  const net = byHeart(60);
  const { heldOut, training, best } = await trainNetwork(net, { seed: 1, epochs: 500, batch: 8, patience: 4, learningRate: 0.1 }); // prettier-ignore
  expect(heldOut.length).toBeLessThan(500);
  expect(heldOut.length).toBe(best + 5);
  expect(training).toHaveLength(heldOut.length);
  expect(net.judged.size).toBe(6);
  expect(heldOut[best]).toBe(Math.min(...heldOut));
  expect(net.loss(Uint32Array.from(net.judged))).toBeCloseTo(heldOut[best]!, 12);
});

it('never learns from the held-out part', async () => {
  const net = byHeart(60);
  await trainNetwork(net, { seed: 1, epochs: 5, batch: 8 });
  for (const row of net.judged) {
    expect(net.parameters[row]).toBe(0);
  }
});

it('runs all epochs where nothing is held out, and with too few rows to hold some out', async () => {
  const all = await trainNetwork(byHeart(60), { seed: 1, epochs: 30, patience: 1, heldOut: 0 });
  expect(all).toMatchObject({ heldOut: [], best: 29 });
  const few = await trainNetwork(byHeart(10), { seed: 1, epochs: 30, patience: 1 });
  expect(few).toMatchObject({ heldOut: [], best: 29 });
});

it('ends when the one who is told after each epoch throws', async () => {
  const told: number[] = [];
  const training = trainNetwork(byHeart(60), {
    ...{ seed: 1, epochs: 30 },
    onEpoch: (epoch) => {
      told.push(epoch);
      if (epoch === 2) {
        throw new Error('Cancelled.');
      }
    },
  });
  await expect(training).rejects.toThrow('Cancelled.');
  expect(told).toEqual([0, 1, 2]);
});
