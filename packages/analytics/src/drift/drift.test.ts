import fixture from '../../fixtures/drift.json';
import type { NumberColumn } from '../preprocessing/table';
import { Random } from '../random';
import { columnDrift } from './columnDrift';
import { type NumberReference, columnReference } from './columnReference';
import { kolmogorovSmirnov, kolmogorovUpper } from './kolmogorovSmirnov';
import { populationStability } from './populationStability';

const numbers = (values: readonly number[]): NumberColumn => ({ name: 'x', kind: 'number', values: Float64Array.from(values) }); // prettier-ignore
const names = (values: readonly (string | null)[]) => ({ name: 'c', kind: 'category', values }) as const;
const random = new Random(11);
const normal = (rows: number, mean = 0): number[] => Array.from({ length: rows }, () => mean + random.normal());

describe('Kolmogorov and Smirnov', () => {
  it.each(Object.entries(fixture.cases))('says of %s what SciPy says', (_, { a, b, statistic, p }) => {
    const found = kolmogorovSmirnov(a, b);
    expect(found.statistic).toBeCloseTo(statistic, 12);
    expect(Math.abs(found.p - p)).toBeLessThanOrEqual(1e-9 * p + 1e-15);
  });

  it.each(fixture.upper)('has SciPy’s limit distribution at %d', (z, p) => {
    expect(Math.abs(kolmogorovUpper(z!) - p!)).toBeLessThanOrEqual(1e-9 * p! + 1e-15);
  });
});

describe('the population stability index', () => {
  it('is the sum over bins, worked out by hand', () => {
    // (0.6 − 0.5) ln 1.2 + (0.4 − 0.5) ln 0.8
    expect(populationStability([0.5, 0.5], [0.6, 0.4])).toBeCloseTo(0.0405465108, 9);
    expect(populationStability([0.5, 0.5], [0.5, 0.5])).toBe(0);
    expect(() => populationStability([1], [0.5, 0.5])).toThrow('1 bins are compared with 2');
  });
});

describe('the drift of a column', () => {
  const reference = columnReference(numbers(normal(5_000))) as NumberReference;

  it('is small where rows are of the same distribution', () => {
    const { psi, ks } = columnDrift(reference, numbers(normal(3_000)));
    expect(psi).toBeLessThan(0.02);
    expect(ks!.statistic).toBeLessThan(0.05);
    expect(ks!.p).toBeGreaterThan(0.01);
  });

  it('shows a planted shift of one deviation', () => {
    const { psi, ks } = columnDrift(reference, numbers(normal(3_000, 1)));
    expect(psi).toBeGreaterThan(0.25);
    expect(ks!.statistic).toBeGreaterThan(0.3);
    expect(ks!.p).toBeLessThan(1e-9);
  });

  it('shows values that stopped coming, which the test of the others does not see', () => {
    const gone = normal(3_000).map((value, row) => (row % 3 === 0 ? NaN : value));
    const { psi, ks } = columnDrift(reference, numbers(gone));
    expect(psi).toBeGreaterThan(0.25);
    expect(ks!.p).toBeGreaterThan(0.01);
    expect(columnDrift(reference, numbers([NaN, NaN]))).toEqual({ psi: expect.any(Number) });
  });

  it('shows a name that was never there', () => {
    const before = columnReference(names(['card', 'cash', 'card', null]));
    expect(columnDrift(before, names(['card', 'card', 'cash', null]))).toEqual({ psi: 0 });
    expect(columnDrift(before, names(['card', 'UPI', 'UPI', null])).psi).toBeGreaterThan(0.25);
    expect(() => columnDrift(before, numbers([1]))).toThrow('is a number; the reference is a category');
  });

  it('keeps the bins of a constant column, and few order statistics of many rows', () => {
    const constant = columnReference(numbers([3, 3, 3])) as NumberReference;
    expect([constant.edges, constant.shares, constant.sample]).toEqual([[3], [1, 0], [3, 3, 3]]);
    expect(columnDrift(constant, numbers([3, 3])).psi).toBe(0);
    expect(reference.sample).toHaveLength(201);
    expect(reference.shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
    expect(() => columnDrift(constant, numbers([]))).toThrow('there are none');
  });
});
