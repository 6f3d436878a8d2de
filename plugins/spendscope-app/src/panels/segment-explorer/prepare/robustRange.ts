/** Share of the customers at each end that may lie outside the first view. */
const TAIL = 0.005;
/** An end is cut off only where that frees more than this share of the axis. */
const WORTH = 0.1;
/** Room beside the quantiles, of the distance between them. */
const MARGIN = 0.05;

/** Positions by which `share` and `1 - share` of the customers are reached. */
function quantiles(positions: Float64Array, counts: Float64Array, share: number): [number, number] {
  const order = Uint32Array.from(positions.keys()).sort((a, b) => positions[a]! - positions[b]!);
  const total = counts.reduce((sum, count) => sum + count, 0);
  const reach = (indices: Iterable<number>): number => {
    let seen = 0;
    for (const index of indices) {
      seen += counts[index]!;
      if (seen > share * total) {
        return positions[index]!;
      }
    }
    return NaN;
  };
  return [reach(order), reach(order.slice().reverse())];
}

/**
 * The part of an axis that all but single customers need: a handful far off would otherwise press everyone else
 * together. Equal to the whole where cutting frees little.
 *
 * @param positions of items along the axis, without NaN
 * @param counts customers of each item
 */
export function robustRange(
  positions: Float64Array,
  counts: Float64Array,
  [start, end]: readonly [number, number]
): [number, number] {
  const [low, high] = quantiles(positions, counts, TAIL);
  const room = (high - low) * MARGIN;
  if (!(room > 0)) {
    return [start, end];
  }
  const span = end - start;
  return [
    low - room - start > span * WORTH ? low - room : start,
    end - (high + room) > span * WORTH ? high + room : end,
  ];
}
