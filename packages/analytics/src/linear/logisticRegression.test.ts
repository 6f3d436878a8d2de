import { apart, churnFixture, labels, rows } from '../../fixtures/churnFixture';
import { type Matrix, matrix } from '../matrix';
import { Random } from '../random';
import { fitLogistic, predictLogistic } from './logisticRegression';

describe(`logistic regression against ${churnFixture.source}`, () => {
  it.each(churnFixture.logistic)('finds the coefficients with c = $c', ({ c, coefficients, intercept }) => {
    const fitted = fitLogistic(rows, labels, { c: c ?? Infinity });
    expect(fitted.converged).toBe(true);
    expect(apart(fitted.coefficients, coefficients)).toBeLessThan(1e-5);
    expect(fitted.intercept).toBeCloseTo(intercept, 5);
  });
});

describe('logistic regression', () => {
  it('gives on many rows, by way of a sample, what all rows alone give', () => {
    const { m, y } = drawn(140_000);
    const fitted = fitLogistic(m, y, { c: 0.5 });
    // At the optimum the gradient of the penalised loss is nil.
    const gradient = [0, 0, 0];
    predictLogistic(fitted, m).forEach((p, i) => {
      gradient[0]! += (p - y[i]!) * m.data[2 * i]!;
      gradient[1]! += (p - y[i]!) * m.data[2 * i + 1]!;
      gradient[2]! += p - y[i]!;
    });
    gradient[0]! += fitted.coefficients[0]! / 0.5;
    gradient[1]! += fitted.coefficients[1]! / 0.5;
    expect(Math.max(...gradient.map(Math.abs)) / m.rows).toBeLessThan(1e-7);
  });

  it('gives a constant column no weight and takes amounts of 10⁹', () => {
    const data = Float64Array.from(rows.data, (x, at) => (at % 6 === 3 ? 7 : at % 6 === 0 ? 1e9 * x : x));
    const fitted = fitLogistic(matrix(data, 6), labels);
    expect(fitted.coefficients[3]).toBeCloseTo(0, 8);
    expect(fitted.coefficients[0]! * 1e9).toBeCloseTo(fitLogistic(rows, labels, { c: 1e12 }).coefficients[0]!, 1);
  });

  it('says what is wrong with its input', () => {
    expect(() => fitLogistic(rows, new Int8Array(400))).toThrow('needs rows of both classes; all 400 labels are 0');
    expect(() => fitLogistic(rows, labels.slice(1))).toThrow('399 labels do not fit 400 rows');
    expect(() => fitLogistic(matrix(new Float64Array([1, NaN]), 1), Int8Array.of(0, 1))).toThrow('row 1, column 0 is NaN'); // prettier-ignore
    // Of so many rows a sample is looked at first, which the value is not in.
    const many = Float64Array.from({ length: 200_000 }, (_, i) => Math.sin(i));
    for (const wrong of [NaN, Infinity, -Infinity]) {
      many[100_001] = wrong;
      const halves = Int8Array.from({ length: 100_000 }, (_, i) => (i < 50_000 ? 0 : 1));
      expect(() => fitLogistic(matrix(many, 2), halves)).toThrow(`row 50000, column 1 is ${wrong}`);
    }
    const twice = matrix(Float64Array.from([1, 1, 2, 2, 3, 3, 4, 4]), 2);
    expect(() => fitLogistic(twice, Int8Array.of(0, 1, 0, 1), { c: Infinity })).toThrow('use a penalty');
  });

  it('stops and says so where separable classes have no optimum', () => {
    const fitted = fitLogistic(matrix(Float64Array.of(1, 2, 3, 4), 1), Int8Array.of(0, 0, 1, 1), { c: Infinity, maxSteps: 20 }); // prettier-ignore
    expect(fitted.converged).toBe(false);
  });
});

function drawn(n: number): { m: Matrix; y: Int8Array } {
  const random = new Random(3);
  const data = Float64Array.from({ length: 2 * n }, () => random.normal());
  const y = Int8Array.from({ length: n }, (_, i) => (random.next() < 1 / (1 + Math.exp(1 - data[2 * i]!)) ? 1 : 0));
  return { m: matrix(data, 2), y };
}
