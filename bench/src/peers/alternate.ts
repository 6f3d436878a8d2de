import { median } from '../statistics';

export interface Sides {
  ours: number;
  peer: number;
}

/**
 * Measures both sides in turns and takes each one's median: whatever else the machine does meanwhile meets both. One
 * round before is not counted, in which code is compiled and files are read.
 */
export async function alternate(
  rounds: number,
  ours: () => number | Promise<number>,
  peer: () => Promise<number>
): Promise<Sides> {
  const measured: { ours: number[]; peer: number[] } = { ours: [], peer: [] };
  for (let round = 0; round <= rounds; round++) {
    const sides = { ours: await ours(), peer: await peer() };
    if (round > 0) {
      measured.ours.push(sides.ours);
      measured.peer.push(sides.peer);
    }
  }
  return { ours: median(measured.ours), peer: median(measured.peer) };
}

/** Seconds that a piece of work takes. */
export function seconds(work: () => unknown): number {
  const from = performance.now();
  work();
  return (performance.now() - from) / 1000;
}
