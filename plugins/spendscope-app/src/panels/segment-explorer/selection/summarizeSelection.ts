import type { Box } from '@spendscope/contracts';
import { isCoordinate } from '../prepare/isCoordinate';
import type { ExplorerItems, ExplorerView, Measure, Numbers, Total } from '../types';

export interface Lift {
  field: string;
  /** Mean of the selected over the mean of the rest. */
  ratio: number;
}

export interface MakeUp {
  cluster: number;
  count: number;
  /** Of the selection, 0 to 1. */
  share: number;
}

/** A mean of the selected beside the mean of the rest; NaN where one side has no value. */
export interface Comparison {
  selected: number;
  rest: number;
}

export interface SelectionSummary {
  count: number;
  /** Of the customers in view, 0 to 1. */
  share: number;
  spend?: number;
  /** Of the spend in view, 0 to 1. */
  spendShare?: number;
  /** Largest first. */
  makeUp: readonly MakeUp[];
  /** Furthest from 1 first. */
  lifts: readonly Lift[];
  comparisons: Readonly<Record<string, Comparison>>;
  /** In the columns' scales; undefined when nothing is selected. */
  bounds?: Box;
}

export const LIFTS_SHOWN = 5;

/** Items that are selected. */
function chosenItems(mask: Uint8Array): Uint32Array {
  let found = 0;
  for (let i = 0; i < mask.length; i += 1) {
    found += mask[i]!;
  }
  const chosen = new Uint32Array(found);
  for (let i = 0, at = 0; at < found; i += 1) {
    chosen[at] = i;
    at += mask[i]!;
  }
  return chosen;
}

/**
 * Sum of a measure over items.
 *
 * @param count customers of each item
 * @param chosen items; all without
 */
export function totalOf(values: Numbers, count: ExplorerItems['count'], chosen?: Uint32Array): Total {
  let sum = 0;
  let weight = 0;
  const length = chosen?.length ?? count.length;
  for (let at = 0; at < length; at += 1) {
    const i = chosen ? chosen[at]! : at;
    const value = values[i]!;
    // Not NaN.
    if (value === value) {
      sum += value * count[i]!;
      weight += count[i]!;
    }
  }
  return { sum, weight };
}

function compare({ count }: ExplorerItems, { values, total }: Measure, chosen: Uint32Array): Comparison {
  const inside = totalOf(values, count, chosen);
  const all = total ?? totalOf(values, count);
  return { selected: inside.sum / inside.weight, rest: (all.sum - inside.sum) / (all.weight - inside.weight) };
}

/** Ratio of two means that share a sign; where they do not, a ratio says nothing. */
function liftOf({ selected, rest }: Comparison): number {
  return selected > 0 && rest > 0 ? selected / rest : NaN;
}

function boundsOf(items: ExplorerItems, chosen: Uint32Array): Box | undefined {
  const box: Box = { xMin: Infinity, xMax: -Infinity, yMin: Infinity, yMax: -Infinity };
  for (let at = 0; at < chosen.length; at += 1) {
    const x = items.x[chosen[at]!]!;
    const y = items.y[chosen[at]!]!;
    box.xMin = x < box.xMin ? x : box.xMin;
    box.xMax = x > box.xMax ? x : box.xMax;
    box.yMin = y < box.yMin ? y : box.yMin;
    box.yMax = y > box.yMax ? y : box.yMax;
  }
  if (box.xMin > box.xMax) {
    return undefined;
  }
  // A cell reaches half a side beyond its centre.
  return {
    xMin: box.xMin - items.cellWidth / 2,
    xMax: box.xMax + items.cellWidth / 2,
    yMin: box.yMin - items.cellHeight / 2,
    yMax: box.yMax + items.cellHeight / 2,
  };
}

/** What there is to summarise: the items, how many clusters they index, and the totals of the view. */
export type Summarized = Pick<ExplorerView, 'items' | 'customers' | 'spend'> & { clusters: { length: number } };

/** Figures of the selected items (`mask` 1) against the rest of the view. */
export function summarizeSelection(view: Summarized, mask: Uint8Array): SelectionSummary {
  const { items } = view;
  const chosen = chosenItems(mask);
  const perCluster = new Float64Array(view.clusters.length);
  let count = 0;
  let spend = 0;
  for (let at = 0; at < chosen.length; at += 1) {
    const i = chosen[at]!;
    count += items.count[i]!;
    perCluster[items.cluster[i]!]! += items.count[i]!;
    spend += items.spend?.[i] || 0;
  }
  const comparisons: Record<string, Comparison> = {};
  for (const measure of items.measures) {
    comparisons[measure.field] = compare(items, measure, chosen);
  }
  return {
    count,
    share: view.customers > 0 ? count / view.customers : 0,
    ...(view.spend !== undefined ? { spend, spendShare: view.spend > 0 ? spend / view.spend : 0 } : {}),
    makeUp: [...perCluster]
      .map((size, cluster) => ({ cluster, count: size, share: count > 0 ? size / count : 0 }))
      .filter((part) => part.count > 0)
      .sort((a, b) => b.count - a.count || a.cluster - b.cluster),
    lifts: Object.entries(comparisons)
      .filter(([field]) => !isCoordinate(field))
      .map(([field, comparison]) => ({ field, ratio: liftOf(comparison) }))
      .filter(({ ratio }) => Number.isFinite(ratio))
      .sort((a, b) => Math.abs(Math.log(b.ratio)) - Math.abs(Math.log(a.ratio)) || a.field.localeCompare(b.field))
      .slice(0, LIFTS_SHOWN),
    comparisons,
    bounds: boundsOf(items, chosen),
  };
}
