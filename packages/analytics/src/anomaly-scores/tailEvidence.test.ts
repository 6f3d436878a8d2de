import { matrix } from '../matrix';
import { Random } from '../random';
import { TailEvidence } from './tailEvidence';

const rows = 10_000;
const random = new Random(5);
/** An amount of any scale, a flag that one row in fifty has, and a constant. */
const reference = matrix(
  Float64Array.from(
    Array.from({ length: rows }, () => [1e9 * random.logNormal(1, 2), random.chance(0.02) ? 3 : 0, 7]).flat()
  ),
  3
);
const column = (j: number): Float64Array => reference.data.filter((_, at) => at % 3 === j);
const evidence = TailEvidence.fit(reference, ['high', 'high', 'high']);
const at = (quantile: number): number => column(0).sort()[Math.floor(quantile * rows)]!;
const of = (...row: number[]): number[] => Array.from(evidence.of(matrix(Float64Array.from(row), 3)).data);

it('counts rarity in powers of ten, whatever the scale', () => {
  expect(of(at(0.9), 0, 7)[0]).toBeCloseTo(1, 1);
  expect(of(at(0.99), 0, 7)[0]).toBeCloseTo(2, 1);
  expect(of(at(0.5), 0, 7)[0]).toBeCloseTo(Math.log10(2), 1);
});

it('gives what most rows have no evidence, and a rare flag the evidence of its share', () => {
  const share = column(1).filter((value) => value > 0).length / rows;
  expect(of(0, 0, 7)).toEqual([0, 0, 0]);
  expect(of(0, 3, 7)[1]).toBeCloseTo(-Math.log10(share), 2);
});

it('is limited beyond the reference, and monotone', () => {
  expect(of(1e15, 0, 7)[0]).toBe(6);
  const values = [0.1, 0.5, 0.9, 0.99, 0.999].map((share) => of(at(share), 0, 7)[0]!);
  expect(values).toEqual(values.toSorted((a, b) => a - b));
});

it('looks at the side that is asked for', () => {
  const low = TailEvidence.fit(reference, ['low', 'high', 'high']);
  const both = TailEvidence.fit(reference, ['both', 'high', 'high']);
  const asked = (by: TailEvidence, value: number): number => by.of(matrix(Float64Array.of(value, 0, 7), 3)).data[0]!;
  expect(asked(low, at(0.001))).toBeCloseTo(3, 0);
  expect(asked(low, at(0.999))).toBeLessThan(0.02);
  expect(asked(both, at(0.001))).toBeCloseTo(3, 0);
  expect(asked(both, at(0.999))).toBeCloseTo(3, 0);
});

it('is the same after a way through JSON, and computes the same rows once', () => {
  const again = TailEvidence.fromJSON(JSON.parse(JSON.stringify(evidence.toJSON())) as never);
  expect(again.of(reference).data).toEqual(evidence.of(reference).data);
  expect(again.of(reference)).toBe(again.of(reference));
});

it('refuses other columns than it knows', () => {
  expect(() => TailEvidence.fit(reference, ['high'])).toThrow('a side for each of 3 columns');
  expect(() => evidence.of(matrix(new Float64Array(4), 2))).toThrow('is of 3 columns; these rows have 2');
});
