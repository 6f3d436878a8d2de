import { FieldType, type DataFrame, type Field } from '@grafana/data';
import type { CellColumns, ExplorerItems, Measure } from '../types';
import { numbersOf } from './columns';
import type { RoleFields } from './matchRoles';

export interface ReadItems {
  /** Clusters are indices into `clusterKeys`. */
  items: ExplorerItems;
  /** In order of appearance; '' for customers without one. */
  clusterKeys: readonly string[];
  personas: ReadonlyMap<string, string>;
  /** Customers whose x or y is missing or no finite number. */
  leftOut: number;
}

/** Figures that describe a customer's place in the run, not the customer: comparing by them says nothing. */
const noMeasure = /(^|\.)(log_|log100_|lat$|lon$)|_score$|(^|\.)cluster$|^own_mean\.|^sort$/;

function measuresOf(frame: DataFrame, fields: RoleFields, rows: Uint32Array): Measure[] {
  const excluded = new Set<Field | undefined>([fields.x, fields.y, fields.cluster, fields.count]);
  return (
    frame.fields
      .filter((field) => field.type === FieldType.number || field.type === FieldType.boolean)
      .filter((field) => !noMeasure.test(field.name))
      .filter((field) => !excluded.has(field) || field === fields.spend)
      // A sum over a bucket is spend, not something to average.
      .filter((field) => !(fields.count && field === fields.spend))
      .map((field) => ({ field: field.name, values: pick(numbersOf(field), rows) }))
  );
}

function pick(values: Float64Array, rows: Uint32Array): Float64Array {
  return Float64Array.from(rows, (row) => values[row]!);
}

/** Interval of histogram keys: their smallest distance, since empty buckets leave gaps. */
function intervalOf(keys: Float64Array): number {
  const sorted = [...new Set(keys)].sort((a, b) => a - b);
  let interval = Infinity;
  for (let i = 1; i < sorted.length; i += 1) {
    const distance = sorted[i]! - sorted[i - 1]!;
    // Keys such as 0.15000000000000002 must not pass as neighbours of 0.15.
    if (distance > 1e-9 && distance < interval) {
      interval = distance;
    }
  }
  return Number.isFinite(interval) ? Number(interval.toPrecision(9)) : 1;
}

function usableRows(x: Float64Array, y: Float64Array): Uint32Array {
  const rows: number[] = [];
  for (let i = 0; i < x.length; i += 1) {
    if (Number.isFinite(x[i]) && Number.isFinite(y[i])) {
      rows.push(i);
    }
  }
  return Uint32Array.from(rows);
}

function readClusters(
  fields: RoleFields,
  rows: Uint32Array
): Pick<ReadItems, 'clusterKeys' | 'personas'> & { index: Uint16Array } {
  const positions = new Map<string, number>();
  const personas = new Map<string, string>();
  const index = Uint16Array.from(rows, (row) => {
    const value: unknown = fields.cluster?.values[row];
    const key = value == null ? '' : String(value);
    if (!positions.has(key)) {
      positions.set(key, positions.size);
    }
    const persona: unknown = fields.persona?.values[row];
    if (typeof persona === 'string' && persona !== '' && !personas.has(key)) {
      personas.set(key, persona);
    }
    return positions.get(key)!;
  });
  return { index, clusterKeys: [...positions.keys()], personas };
}

/** From a bucket's key to the middle of its cell. */
const toMiddle = (side: number, stored: CellColumns['x'] | undefined): number =>
  side / 2 - (stored ? stored.offset / stored.factor : 0);

/**
 * Reads customers, or counted cells where the frame has a count, without touching the frame.
 *
 * @param cellColumns where the frame has a count
 */
export function readItems(
  frame: DataFrame,
  fields: RoleFields & { x: Field; y: Field },
  cellColumns?: CellColumns
): ReadItems {
  const allX = numbersOf(fields.x);
  const allY = numbersOf(fields.y);
  const rows = usableRows(allX, allY);
  const x = pick(allX, rows);
  const y = pick(allY, rows);
  const counts = fields.count ? numbersOf(fields.count) : undefined;
  const countOf = (row: number): number => (counts ? counts[row] || 0 : 1);
  const total = counts ? counts.reduce((sum, count) => sum + (count || 0), 0) : allX.length;
  const count = Float64Array.from(rows, countOf);
  const cellWidth = fields.count ? intervalOf(x) : 0;
  const cellHeight = fields.count ? intervalOf(y) : 0;
  const { index, clusterKeys, personas } = readClusters(fields, rows);
  const names = fields.customer?.values;
  return {
    items: {
      kind: fields.count ? 'cells' : 'points',
      length: rows.length,
      x: x.map((key) => key + toMiddle(cellWidth, cellColumns?.x)),
      y: y.map((key) => key + toMiddle(cellHeight, cellColumns?.y)),
      cluster: index,
      count,
      cellWidth,
      cellHeight,
      names: names && !fields.count ? Array.from(rows, (row) => String(names[row] ?? '')) : [],
      ...(fields.spend ? { spend: pick(numbersOf(fields.spend), rows) } : {}),
      measures: measuresOf(frame, fields, rows),
    },
    clusterKeys,
    personas,
    leftOut: total - count.reduce((sum, value) => sum + value, 0),
  };
}
