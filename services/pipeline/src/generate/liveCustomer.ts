import type { Random } from '@spendscope/analytics';

const tries = 300;
/** Somebody who has just bought seldom buys again on the same half day. */
const restMilliseconds = 12 * 3_600_000;

/**
 * Draws customers of a live feed: those who are still active at the end of the history, the busy ones more often, and nobody
 * again before a rest. Where a fast feed of a small world leaves nobody rested, who rested longest comes next.
 */
export class LiveCustomers<Profile extends { to: number; weight: number }> {
  /** when each was drawn, the longest ago first */
  private readonly drawn = new Map<number, number>();

  /** @param end of the history, as the profiles' `to` */
  constructor(
    private readonly users: number,
    private readonly end: number,
    private readonly profileOf: (index: number) => Profile
  ) {}

  /** @param at moment of the feed in milliseconds, not before the draw before it */
  draw(random: Random, at: number): Profile {
    const index = this.choose(random, at);
    this.drawn.delete(index);
    this.drawn.set(index, at);
    return this.profileOf(index);
  }

  private choose(random: Random, at: number): number {
    let index = random.int(this.users);
    for (let i = 0; i < tries; i++, index = random.int(this.users)) {
      if (this.rests(index, at)) {
        continue;
      }
      const { to, weight } = this.profileOf(index);
      if (to >= this.end && random.chance(Math.min(1, weight / 4))) {
        return index;
      }
    }
    // In a world of a few customers all may have left: then the last one drawn comes back.
    return this.drawn.keys().next().value ?? index;
  }

  private rests(index: number, at: number): boolean {
    const last = this.drawn.get(index);
    return last !== undefined && at - last < restMilliseconds;
  }
}
