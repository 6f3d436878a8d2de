import { margins } from './contingency';
import { type Urn, hypergeometricProbability, hypergeometricTail } from './distributions/hypergeometric';

/** [[with event, without], [with event, without]]: two groups. */
export type FourCounts = readonly [readonly [number, number], readonly [number, number]];

/** Two tables count as equally likely up to this relative difference, which is rounding. */
const equallyLikely = 1 + 1e-7;

/**
 * Fisher's exact test, two-sided: the chance of all tables with the same margins that are at most as likely (Fisher
 * 1935). Only the tails are summed, so huge counts are fine. A table with an empty row or column has p = 1.
 */
export function fisherExact(table: FourCounts): number {
  const { rows, columns, total } = margins(table, 'Fisher’s exact test');
  const urn: Urn = { all: total, marked: rows[0]!, drawn: columns[0]! };
  const least = Math.max(0, urn.marked + urn.drawn - total);
  const most = Math.min(urn.marked, urn.drawn);
  if (least === most) {
    return 1;
  }
  const k = table[0][0];
  const limit = hypergeometricProbability(k, urn) * equallyLikely;
  const mode = Math.floor(((urn.marked + 1) / (total + 2)) * (urn.drawn + 1));
  const likely = (at: number): boolean => hypergeometricProbability(at, urn) > limit;
  if (!likely(mode)) {
    return 1;
  }
  // On each side of the mode the chances only fall: the last that is likelier is found by halving.
  const lastBelow = k < mode ? k : edge(mode, least - 1, likely);
  const lastAbove = k > mode ? k : edge(mode, most + 1, likely);
  const below = lastBelow < least ? 0 : hypergeometricTail(lastBelow, -1, urn);
  const above = lastAbove > most ? 0 : hypergeometricTail(lastAbove, 1, urn);
  return Math.min(1, below + above);
}

/** The first place on the way from `inside` to `outside` at which the condition no longer holds. */
function edge(inside: number, outside: number, holds: (at: number) => boolean): number {
  let [yes, no] = [inside, outside];
  while (Math.abs(no - yes) > 1) {
    const middle = Math.trunc((yes + no) / 2);
    if (holds(middle)) {
      yes = middle;
    } else {
      no = middle;
    }
  }
  return no;
}
