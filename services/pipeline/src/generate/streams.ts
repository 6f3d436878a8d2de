/** Random streams of one customer: each purpose has its own, so that a change in one leaves the others alone. */
const purposes = { profile: 0, taste: 1, events: 2, identity: 3, actions: 4 } as const;

export function streamOf(index: number, purpose: keyof typeof purposes): number {
  return index * 8 + purposes[purpose];
}

/** Streams of the live feed lie beyond those of any customer. */
export const liveStream = 2 ** 40;

/** Streams of the keys that ids are made with; beyond those of the live feed's gaps too. */
export const idStream = 2 ** 52;
