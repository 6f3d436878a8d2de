import { offsetsAfter } from './offsetsAfter';

it('commits of each partition what comes after its last message', () => {
  const at = (topic: string, partition: number, offset: bigint) => ({ topic, partition, offset });
  expect(offsetsAfter([at('a', 0, 4n), at('a', 1, 9n), at('a', 0, 5n), at('b', 0, 0n)])).toEqual([
    { ...at('a', 0, 6n), leaderEpoch: -1 },
    { ...at('a', 1, 10n), leaderEpoch: -1 },
    { ...at('b', 0, 1n), leaderEpoch: -1 },
  ]);
  expect(offsetsAfter([])).toEqual([]);
});
