import type { DataFrame } from '@grafana/data';
import type { Axis, ExplorerItems, Numbers } from '../types';
import { findColumn } from './columns';
import type { PlacedAxis } from './placeAxis';
import { robustRange } from './robustRange';
import { spanOf } from './spanOf';

interface Positions {
  /** What is drawn, without NaN. */
  values: Numbers;
  /** Customers at each. */
  counts: ExplorerItems['count'];
  /** Of a cell along the axis, 0 for points. */
  side: number;
}

/** The axis for a column: its scale, its unit, what it spans. */
export function makeAxis(
  frame: DataFrame,
  { column, scale, field }: PlacedAxis,
  { values, counts, side }: Positions
): Axis {
  const twin = findColumn(frame, column);
  const { domain, constant } = spanOf(values, side, scale);
  return {
    column,
    scale,
    title: field.config.displayName ?? column.split('.').at(-1)!,
    unit: field.config.unit ?? twin?.config.unit,
    decimals: field.config.decimals ?? twin?.config.decimals ?? undefined,
    domain,
    home: robustRange(values, counts, domain),
    constant,
  };
}
