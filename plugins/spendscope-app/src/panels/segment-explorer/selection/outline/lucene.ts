import type { Stretches } from './stretches';

/** A row of the plane and what of it is meant, in values of the columns; `bottom` belongs to it, `top` to the next. */
export interface Row {
  bottom: number;
  top: number;
  stretches: Stretches;
}

/** Columns of the customers' index. */
export interface Columns {
  x: string;
  y: string;
}

/** Seven digits tell what 32 bits can, and keep links short. */
const text = (value: number): string =>
  Number.isFinite(value) ? String(Number(value.toPrecision(7))).replace('e+', 'e') : '*';

const sameStretches = (a: Stretches, b: Stretches): boolean =>
  a.length === b.length && a.every(([from, to], i) => from === b[i]![0] && to === b[i]![1]);

/** Rows above each other that mean the same are one. */
function merged(rows: readonly Row[]): Row[] {
  const kept: Row[] = [];
  for (const row of rows) {
    const last = kept.at(-1);
    if (last && last.top === row.bottom && sameStretches(last.stretches, row.stretches)) {
      last.top = row.top;
    } else if (row.stretches.length > 0) {
      kept.push({ ...row });
    }
  }
  return kept;
}

/**
 * Rows as a Lucene filter.
 *
 * @param closing the bracket behind a stretch: `}` where its end belongs to the next one, as with cells
 */
export function rowsAsLucene(rows: readonly Row[], { x, y }: Columns, closing: ']' | '}'): string {
  return merged(rows)
    .map(({ bottom, top, stretches }) => {
      const parts = stretches.map(
        ([from, to]) => `[${text(from)} TO ${text(to)}${Number.isFinite(to) ? closing : ']'}`
      );
      const along = parts.length === 1 ? parts[0]! : `(${parts.join(' OR ')})`;
      return `(${y}:[${text(bottom)} TO ${text(top)}${Number.isFinite(top) ? '}' : ']'} AND ${x}:${along})`;
    })
    .join(' OR ');
}
