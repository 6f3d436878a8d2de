import { rocAuc } from '../evaluation/rankMetrics';
import { IsolationForest } from '../isolation-forest/isolationForest';
import { matrix, type Matrix } from '../matrix';
import { Random } from '../random';
import { Autoencoder, reconstruction } from './autoencoder';
import { DenseNetwork } from './denseNetwork';
import { multiplyAdd, rowsOf, transposed } from './multiply';
import { expectGradient } from './testing/expectGradient';

/** Points on a curve in five dimensions; the last `off` rows mix two points, so that each column alone is ordinary. */
function curve(rows: number, off: number): { m: Matrix; labels: number[] } {
  const random = new Random(1);
  const data: number[] = [];
  const labels: number[] = [];
  for (let i = 0; i < rows; i++) {
    const mixed = i >= rows - off;
    const at = random.between(-1, 1);
    const other = mixed ? random.between(-1, 1) : at;
    data.push(...[at, other, at * at, Math.sin(3 * other), other ** 3].map((x) => x + 0.02 * random.normal()));
    labels.push(mixed ? 1 : 0);
  }
  return { m: matrix(Float64Array.from(data), 5), labels };
}

it.each([
  [1, 1, 1],
  [4, 2, 8],
  [5, 3, 7],
  [9, 6, 1],
])('multiplies %d × %d matrices over %d, also transposed, as the definition says', (m, n, k) => {
  const random = new Random(3);
  const values = (length: number): Float64Array => Float64Array.from({ length }, () => random.normal());
  const [a, b, c] = [values(m * k), values(k * n), values(m * n)];
  const expected = c.map((start, at) => {
    const [i, j] = [Math.floor(at / n), at % n];
    return start + Array.from({ length: k }, (_, p) => a[i * k + p]! * b[p * n + j]!).reduce((x, y) => x + y, 0);
  });
  const flipped = new Float64Array(k * n);
  b.forEach((value, at) => (flipped[(at % n) * k + Math.floor(at / n)] = value));
  const plain = c.slice();
  multiplyAdd(rowsOf(plain, n), rowsOf(a, k), rowsOf(b, n), m, n, k);
  multiplyAdd(rowsOf(c, n), rowsOf(a, k), transposed(rowsOf(flipped, k)), m, n, k);
  expected.forEach((value, at) => expect(plain[at]).toBeCloseTo(value, 12));
  expect(c).toEqual(plain);
});

it('has the gradient that finite differences of the loss give, for every weight', () => {
  const random = new Random(5);
  const network = DenseNetwork.create([3, 4, 2, 3], random);
  const net = reconstruction(
    network,
    matrix(
      Float64Array.from({ length: 21 }, () => random.normal()),
      3
    )
  );
  const rows = Uint32Array.of(0, 2, 3, 6, 5);
  expectGradient(net, rows);
});

it('finds rows whose columns do not go together, which no single column shows', async () => {
  const { m, labels } = curve(3_000, 60);
  const model = await Autoencoder.fit(m, { seed: 1, hidden: [12, 2, 12], epochs: 40, learningRate: 0.01 });
  const forest = IsolationForest.fit(m, { seed: 1 });
  expect(rocAuc(model.score(m), labels)).toBeGreaterThan(0.9);
  expect(rocAuc(forest.score(m), labels)).toBeLessThan(0.9);
});

it('gives the same bytes for the same seed, and another model for another seed', async () => {
  const { m } = curve(400, 0);
  const json = async (seed: number): Promise<string> =>
    JSON.stringify((await Autoencoder.fit(m, { seed, epochs: 3 })).toJSON());
  expect(await json(4)).toBe(await json(4));
  expect(await json(5)).not.toBe(await json(4));
});

it('scores after a way through JSON exactly as before, and says what each column added', async () => {
  const { m } = curve(300, 5);
  const model = await Autoencoder.fit(m, { seed: 1, epochs: 4, features: ['a', 'b', 'c', 'd', 'e'] });
  const again = Autoencoder.fromJSON(JSON.parse(JSON.stringify(model.toJSON())) as never);
  const scores = model.score(m);
  expect(again.score(m)).toEqual(scores);
  const added = again.contributions(m.data.slice(295 * 5, 296 * 5));
  expect(added.reduce((sum, each) => sum + each, 0)).toBeCloseTo(scores[295]!, 10);
});

describe('unusual input', () => {
  it('takes constant columns and rows that are all equal: nothing stands out', async () => {
    const same = matrix(new Float64Array(60).fill(7), 3);
    const model = await Autoencoder.fit(same, { seed: 1, epochs: 2 });
    expect(new Set(model.score(same)).size).toBe(1);
    const moved = model.contributions(Float64Array.of(7, 8, 7));
    expect(moved.indexOf(Math.max(...moved))).toBe(1);
  });

  it('takes a single row: any other is strange', async () => {
    const model = await Autoencoder.fit(matrix(Float64Array.of(3, 4), 2), { seed: 1, epochs: 2 });
    const [same, other] = model.score(matrix(Float64Array.of(3, 4, 9, 4), 2));
    expect(other).toBeGreaterThan(same!);
  });

  it('takes amounts of 10⁹ and one absurd row', async () => {
    const { m } = curve(500, 0);
    const large = matrix(
      m.data.map((value, at) => (at === 7 ? 1e15 : value * 1e9)),
      5
    );
    const model = await Autoencoder.fit(large, { seed: 1, epochs: 5 });
    const scores = model.score(large);
    expect(scores.every(Number.isFinite)).toBe(true);
    expect(scores.indexOf(Math.max(...scores))).toBe(1);
  });

  it('refuses empty input, NaN, other columns, bad options and a lost loss, each by its code', async () => {
    const { m } = curve(50, 0);
    const fit = (data: Matrix, options = {}): Promise<Autoencoder> =>
      Autoencoder.fit(data, { seed: 1, epochs: 1, ...options });
    await expect(fit(matrix(new Float64Array(0), 3))).rejects.toMatchObject({ code: 'empty' });
    await expect(fit(matrix(Float64Array.of(1, NaN), 1))).rejects.toMatchObject({ code: 'not_finite' });
    await expect(fit(m, { hidden: [0] })).rejects.toMatchObject({ code: 'bad_option' });
    await expect(fit(m, { epochs: 0 })).rejects.toMatchObject({ code: 'bad_option' });
    await expect(fit(m, { features: ['a'] })).rejects.toMatchObject({ code: 'shape' });
    await expect(fit(m, { learningRate: 1e300, epochs: 9 })).rejects.toMatchObject({ code: 'not_finite' });
    const model = await fit(m);
    expect(() => model.score(matrix(Float64Array.of(1, 2), 2))).toThrow(/5 features/);
    expect(() => Autoencoder.fromJSON({ ...model.toJSON(), version: 2 } as never)).toThrow(/version 1/);
  });
});
