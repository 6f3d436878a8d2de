/** Where a message stands in its topic. */
export interface Position {
  topic: string;
  partition: number;
  offset: bigint;
}

/** The offsets to commit once these messages are done: of each partition the one after its last. */
export function offsetsAfter(messages: readonly Position[]): (Position & { leaderEpoch: number })[] {
  const last = new Map<string, Position>();
  for (const { topic, partition, offset } of messages) {
    const key = `${topic}/${partition}`;
    if (offset >= (last.get(key)?.offset ?? -1n)) {
      last.set(key, { topic, partition, offset });
    }
  }
  // The leader's epoch is not known here; the protocol takes -1 for that.
  return [...last.values()].map((position) => ({ ...position, offset: position.offset + 1n, leaderEpoch: -1 }));
}
