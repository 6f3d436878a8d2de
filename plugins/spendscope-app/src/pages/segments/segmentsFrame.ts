import { type DataFrame, toDataFrame } from '@grafana/data';
import type { Segment } from '@spendscope/contracts';
import type { Money } from '../../shared/money/money';

/** `{means: {recency: 1}}` → `{'means.recency': 1}`; lists stay whole. */
function flatten(value: object, prefix = ''): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]: [string, unknown]) =>
      typeof inner === 'object' && inner !== null && !Array.isArray(inner)
        ? Object.entries(flatten(inner, `${prefix}${key}.`))
        : [[prefix + key, inner]]
    )
  );
}

/** Segments of the API as the frame that a data source makes of them: what reads that reads this, too. */
export function segmentsFrame(segments: readonly Segment[], { unit, name }: Money): DataFrame {
  const rows = segments.map((segment) => flatten(segment));
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return toDataFrame({
    fields: names.map((field) => ({
      name: field,
      values: rows.map((row) => row[field]),
      config: field.endsWith('.monetary') && !field.startsWith('z.') ? { unit, displayName: name } : {},
    })),
  });
}
