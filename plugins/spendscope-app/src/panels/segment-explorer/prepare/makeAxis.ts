import type { DataFrame, Field } from '@grafana/data';
import { toValue } from '../axis/scale';
import type { Axis } from '../types';
import { findColumn } from './columns';
import { robustRange } from './robustRange';

const logPart = /(^|\.)log_/;
/** Room on both sides, of the span. */
const MARGIN = 0.02;

function domainOf(values: Float64Array, side: number): { domain: [number, number]; constant: boolean } {
  let low = Infinity;
  let high = -Infinity;
  for (const value of values) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  const constant = low === high;
  const reach = side / 2 + (constant ? Math.max(0.5, side) : (high - low) * MARGIN);
  return { domain: [low - reach, high + reach], constant };
}

interface Positions {
  /** What is drawn, without NaN. */
  values: Float64Array;
  /** Customers at each. */
  counts: Float64Array;
  /** Of a cell along the axis, 0 for points. */
  side: number;
}

/** The axis for a column: its scale, its unit, what it spans. */
export function makeAxis(frame: DataFrame, field: Field, { values, counts, side }: Positions): Axis {
  const scale = logPart.test(field.name) ? 'log1p' : 'linear';
  const plainName = field.name.replace(logPart, '$1');
  const twin = findColumn(frame, plainName);
  const { domain: reach, constant } = domainOf(values, side);
  // Values of log columns are never below 0 = log10(1 + 0), and an axis that starts at −0.4 days makes no sense.
  const start = scale === 'log1p' && toValue(scale, reach[0]) < 0 && reach[1] > 0 ? 0 : reach[0];
  const domain = [start, reach[1]] as const;
  return {
    field: field.name,
    scale,
    title: field.config.displayName ?? plainName.split('.').at(-1)!,
    unit: field.config.unit ?? twin?.config.unit,
    decimals: field.config.decimals ?? twin?.config.decimals ?? undefined,
    domain,
    home: robustRange(values, counts, domain),
    constant,
  };
}
