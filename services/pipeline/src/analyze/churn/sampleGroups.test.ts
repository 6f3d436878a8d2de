import { sampleGroups } from './sampleGroups';

/** 3,000 customers, each third of them there a second time. */
const groups = Int32Array.from([...Array(3_000).keys(), ...Array.from({ length: 1_000 }, (_, i) => 3 * i)]);
const repeats = { groups, groupCount: 3_000 };

it('draws repeats with what they repeat, as many rows as asked for, the same each time', () => {
  const sample = sampleGroups(repeats, 1_000, 7);
  const drawn = Array.from(sample, (row) => groups[row]!);
  expect(sample.length).toBe(1_000);
  expect(Array.from(sample)).toEqual(Array.from(sample).sort((a, b) => a - b));
  for (const group of new Set(drawn)) {
    expect(drawn.filter((each) => each === group)).toHaveLength(group % 3 === 0 ? 2 : 1);
  }
  // As often as in the whole: half of all rows.
  expect(drawn.filter((group) => group % 3 === 0).length / 1_000).toBeCloseTo(0.5, 1);
  expect(sampleGroups(repeats, 1_000, 7)).toEqual(sample);
  expect(sampleGroups(repeats, 1_000, 8)).not.toEqual(sample);
});

it('takes all rows where they are few, and passes over a group that is larger than the sample', () => {
  expect(sampleGroups(repeats, 4_000, 7)).toEqual(Int32Array.from(groups.keys()));
  const one = { groups: Int32Array.of(0, 0, 0, 1, 2), groupCount: 3 };
  expect(Array.from(sampleGroups(one, 2, 1))).toEqual([3, 4]);
});
