import type { Random } from '@spendscope/analytics';

const tries = 300;

/** Draws a customer who is still active at the end of the history, the busy ones more often. */
export function drawActive<P extends { to: number; weight: number }>(
  random: Random,
  users: number,
  end: number,
  profileOf: (index: number) => P
): P {
  let profile = profileOf(random.int(users));
  for (let i = 0; i < tries && !(profile.to >= end && random.chance(Math.min(1, profile.weight / 4))); i++) {
    profile = profileOf(random.int(users));
  }
  // In a world of a few customers all may have left: then the last one drawn comes back.
  return profile;
}
