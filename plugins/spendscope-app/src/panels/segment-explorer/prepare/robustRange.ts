import type { ExplorerItems, Numbers } from '../types';

/** Share of the customers at each end that may lie outside the first view. */
const TAIL = 0.005;
/** An end is cut off only where that frees more than this share of the axis. */
const WORTH = 0.1;
/** Room beside the quantiles, of the distance between them. */
const MARGIN = 0.05;

/** Positions by which `share` and `1 - share` of the customers are reached. */
function quantiles(positions: Numbers, counts: ExplorerItems['count'], share: number): [number, number] {
  const order = Uint32Array.from(positions.keys()).sort((a, b) => positions[a]! - positions[b]!);
  let total = 0;
  counts.forEach((count) => (total += count));
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
  positions: Numbers,
  counts: ExplorerItems['count'],
  whole: readonly [number, number]
): [number, number] {
  return rangeOfQuantiles(quantiles(positions, counts, TAIL), whole);
}

/** Of so many customers a sample tells the quantiles well enough. */
const SAMPLE = 100_000;

/**
 * The same for very many positions, each of one customer, in no order that matters. Those that are no finite numbers
 * count for nothing.
 */
export function robustRangeOfMany(positions: Float32Array, whole: readonly [number, number]): [number, number] {
  let placed = 0;
  for (let i = 0; i < positions.length; i += 1) {
    placed += positions[i]! - positions[i]! === 0 ? 1 : 0;
  }
  const stride = Math.max(1, Math.floor(placed / SAMPLE));
  const sample = new Float32Array(Math.ceil(placed / stride));
  for (let i = 0, seen = 0; i < positions.length; i += 1) {
    if (positions[i]! - positions[i]! === 0) {
      if (seen % stride === 0) {
        sample[seen / stride] = positions[i]!;
      }
      seen += 1;
    }
  }
  sample.sort();
  const tail = Math.floor(sample.length * TAIL);
  return rangeOfQuantiles([sample[tail] ?? NaN, sample[sample.length - 1 - tail] ?? NaN], whole);
}

function rangeOfQuantiles(
  [low, high]: readonly [number, number],
  [start, end]: readonly [number, number]
): [number, number] {
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
