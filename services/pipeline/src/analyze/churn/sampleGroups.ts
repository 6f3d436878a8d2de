import { type Repeats, Random, shuffleFirst } from '@spendscope/analytics';

/**
 * A seeded sample of rows in ascending order, at most `most` of them; all where they are few. Groups of repeats come whole:
 * the sample then repeats itself as often as the table does. A group that does not fit into what is left is passed over.
 */
export function sampleGroups(
  { groups, groupCount }: Pick<Repeats, 'groups' | 'groupCount'>,
  most: number,
  seed: number
): Int32Array {
  // prettier-ignore
  const sizes = new Map<number, number>();
  groups.forEach((group) => sizes.set(group, (sizes.get(group) ?? 0) + 1));
  const drawn = shuffleFirst(Array.from(sizes.keys()), groupCount, new Random(seed, 2));
  const taken = new Set<number>();
  let left = most;
  for (const group of drawn) {
    if (sizes.get(group)! <= left) {
      taken.add(group);
      left -= sizes.get(group)!;
    }
  }
  return Int32Array.from(groups.keys()).filter((row) => taken.has(groups[row]!));
}
