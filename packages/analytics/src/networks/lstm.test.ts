import { rocAuc } from '../evaluation/rankMetrics';
import { matrix } from '../matrix';
import { Random } from '../random';
import { Autoencoder } from './autoencoder';
import { Lstm, prediction } from './lstm';
import { LstmNetwork } from './lstmNetwork';
import { packing } from './packing';
import type { Sequences } from './sequences';
import { expectGradient } from './testing/expectGradient';

/** Waves of different pace; in `broken` sequences one row is out of step, though as a row by itself it is ordinary. */
function waves(count: number, broken: number): { sequences: Sequences; labels: number[] } {
  const random = new Random(1);
  const data: number[] = [];
  const starts: number[] = [];
  const labels: number[] = [];
  for (let s = 0; s < count; s++) {
    const length = 20 + random.int(10);
    const phase = random.between(0, 6);
    const bad = s < broken ? 8 + random.int(length - 8) : -1;
    starts.push(labels.length);
    for (let t = 0; t < length; t++) {
      const angle = phase + 0.6 * t + (t === bad ? 2.5 : 0);
      data.push(Math.sin(angle) + 0.02 * random.normal(), Math.cos(angle) + 0.02 * random.normal());
      labels.push(t === bad ? 1 : 0);
    }
  }
  return { sequences: { m: matrix(Float64Array.from(data), 2), starts }, labels };
}

const random = new Random(4);
const noise: Sequences = {
  m: matrix(
    Float64Array.from({ length: 12 * 2 }, () => random.normal()),
    2
  ),
  starts: [0, 3, 4, 9],
};

it('packs sequences step by step, the longest first', () => {
  expect(packing([3, 3, 1])).toEqual({ sizes: [3, 2, 2], offsets: [0, 3, 5], rows: 7 });
  expect(packing([])).toEqual({ sizes: [], offsets: [], rows: 0 });
});

it('has the gradient that finite differences of the loss give, for every weight, over sequences of several lengths and a row to skip', () => {
  const network = LstmNetwork.create(2, 3, 2, new Random(9));
  const stretches = [
    { from: 0, to: 3 },
    { from: 3, to: 4 },
    { from: 4, to: 9 },
    { from: 9, to: 12 },
  ];
  const skip = Uint8Array.from({ length: 12 }, (_, row) => (row === 5 ? 1 : 0));
  const net = prediction(network, noise.m, stretches, skip);
  const rows = Uint32Array.of(3, 0, 2, 1);
  expectGradient(net, rows);
});

it('finds the row that breaks its sequence, which is ordinary by itself', async () => {
  const { sequences, labels } = waves(160, 30);
  const model = await Lstm.fit(sequences, { seed: 1, hidden: 12, epochs: 20, batch: 16, learningRate: 0.02 });
  const alone = await Autoencoder.fit(sequences.m, { seed: 1, epochs: 20 });
  expect(rocAuc(model.score(sequences), labels)).toBeGreaterThan(0.97);
  expect(rocAuc(alone.score(sequences.m), labels)).toBeLessThan(0.7);
});

it('scores a row by what came before it in its own sequence, and by nothing after it or beside it', async () => {
  const model = await Lstm.fit(noise, { seed: 1, epochs: 3 });
  const scores = model.score(noise);
  const changed = noise.m.data.slice();
  changed[8 * 2] = 9;
  const again = model.score({ m: matrix(changed, 2), starts: noise.starts });
  expect(Array.from(again, (score, row) => score === scores[row])).toEqual(Array.from(scores, (_, row) => row !== 8));
  changed.set(noise.m.data);
  changed[5 * 2] = 9;
  const later = model.score({ m: matrix(changed, 2), starts: noise.starts });
  expect(Array.from(later.keys()).filter((row) => later[row] !== scores[row])).toEqual([5, 6, 7, 8]);
  const alone = model.score({ m: matrix(noise.m.data.slice(8, 18), 2), starts: [0] });
  expect(alone.length).toBe(5);
  alone.forEach((score, i) => expect(score).toBeCloseTo(scores[4 + i]!, 12));
});

it('does not learn to tell rows that it is asked to skip', async () => {
  const { m, starts } = waves(40, 0).sequences;
  const jumps = Uint8Array.from({ length: m.rows }, (_, row) => (row % 4 === 3 ? 1 : 0));
  const jumping = matrix(
    m.data.map((value, at) => (jumps[at >> 1] ? value + 6 : value)),
    2
  );
  const options = { seed: 1, epochs: 15, batch: 8, learningRate: 0.02 };
  const meanOfJumps = async (skip?: Uint8Array): Promise<number> => {
    const scores = (await Lstm.fit({ m: jumping, starts }, { ...options, skip })).score({ m: jumping, starts });
    return scores.reduce((sum, score, row) => sum + score * jumps[row]!, 0) / jumps.reduce((a, b) => a + b, 0);
  };
  expect(await meanOfJumps(jumps)).toBeGreaterThan(5 * (await meanOfJumps()));
});

it('gives the same bytes for the same seed, scores after JSON as before, and says what each column added', async () => {
  const { sequences } = waves(30, 0);
  const fit = (seed: number): Promise<Lstm> => Lstm.fit(sequences, { seed, epochs: 2 });
  const [first, second, other] = [await fit(1), await fit(1), await fit(2)];
  expect(JSON.stringify(second.toJSON())).toBe(JSON.stringify(first.toJSON()));
  expect(JSON.stringify(other.toJSON())).not.toBe(JSON.stringify(first.toJSON()));
  const again = Lstm.fromJSON(JSON.parse(JSON.stringify(first.toJSON())) as never);
  const scores = again.score(sequences);
  expect(scores).toEqual(first.score(sequences));
  const misses = again.misses(sequences);
  expect(misses[10]! + misses[11]!).toBeCloseTo(scores[5]!, 12);
});

it('takes sequences of one row, constant columns and absurd amounts', async () => {
  const data = Float64Array.from({ length: 40 }, (_, i) => (i % 2 === 0 ? 7 : i === 21 ? 1e12 : i));
  const sequences = { m: matrix(data, 2), starts: Array.from({ length: 20 }, (_, i) => i) };
  const scores = (await Lstm.fit(sequences, { seed: 1, epochs: 3 })).score(sequences);
  expect(scores.every(Number.isFinite)).toBe(true);
  expect(scores.indexOf(Math.max(...scores))).toBe(10);
});

it('refuses empty input, NaN, starts that do not fit and bad options, each by its code', async () => {
  const fit = (sequences: Sequences, options = {}): Promise<Lstm> => Lstm.fit(sequences, { seed: 1, epochs: 1, ...options }); // prettier-ignore
  await expect(fit({ m: matrix(new Float64Array(0), 2), starts: [] })).rejects.toMatchObject({ code: 'empty' });
  await expect(fit({ m: noise.m, starts: [] })).rejects.toMatchObject({ code: 'empty' });
  await expect(fit({ m: matrix(Float64Array.of(1, NaN), 2), starts: [0] })).rejects.toMatchObject({
    code: 'not_finite',
  });
  await expect(fit({ m: noise.m, starts: [1] })).rejects.toMatchObject({ code: 'shape' });
  await expect(fit({ m: noise.m, starts: [0, 5, 5] })).rejects.toMatchObject({ code: 'shape' });
  await expect(fit({ m: noise.m, starts: [0, 12] })).rejects.toMatchObject({ code: 'shape' });
  await expect(fit(noise, { hidden: 0 })).rejects.toMatchObject({ code: 'bad_option' });
  await expect(fit(noise, { skip: new Uint8Array(12).fill(1) })).rejects.toMatchObject({ code: 'shape' });
  await expect(fit(noise, { features: ['a'] })).rejects.toMatchObject({ code: 'shape' });
  const model = await fit(noise);
  expect(() => model.score({ m: matrix(Float64Array.of(1), 1), starts: [0] })).toThrow(/2 features/);
});
