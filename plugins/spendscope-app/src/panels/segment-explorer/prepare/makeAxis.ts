import type { DataFrame, Field } from '@grafana/data';
import { toValue } from '../axis/scale';
import type { Axis } from '../types';
import { findColumn } from './columns';

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

/**
 * @param values what is drawn, without NaN
 * @param side of a cell along the axis, 0 for points
 */
export function makeAxis(frame: DataFrame, field: Field, values: Float64Array, side: number): Axis {
  const scale = logPart.test(field.name) ? 'log1p' : 'linear';
  const plainName = field.name.replace(logPart, '$1');
  const twin = findColumn(frame, plainName);
  const { domain, constant } = domainOf(values, side);
  // Values of log columns are never below 0 = log10(1 + 0), and an axis that starts at −0.4 days makes no sense.
  const start = scale === 'log1p' && toValue(scale, domain[0]) < 0 && domain[1] > 0 ? 0 : domain[0];
  return {
    field: field.name,
    scale,
    title: field.config.displayName ?? plainName.split('.').at(-1)!,
    unit: field.config.unit ?? twin?.config.unit,
    decimals: field.config.decimals ?? twin?.config.decimals ?? undefined,
    domain: [start, domain[1]],
    constant,
  };
}
