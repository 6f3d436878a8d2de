import type { Field, Row } from '../generate/columns';
import { type FieldSource, type Mapping } from '../ingest/mappingSchema';
import { targets } from '../ingest/targets';

/** Values of a row of the feed by our fields, as the mapping of its world names them; empty ones are left out. */
export function liveFields(mapping: Mapping, row: Row): Record<string, Field> {
  const values: Record<string, Field> = {};
  for (const [field, source] of Object.entries(mapping.transactions!.fields)) {
    const value = read(source, row);
    if (value !== undefined && value !== '') {
      values[field] = targets.transactions[field]!.kind === 'number' ? Number(value) : value;
    }
  }
  return values;
}

function read(source: FieldSource, row: Row): Field | undefined {
  if (typeof source === 'string') {
    return row[source];
  }
  if ('constant' in source) {
    return source.constant;
  }
  if ('column' in source) {
    const value = row[source.column];
    return source.values?.[String(value)] ?? value;
  }
  // Files without an id or an amount of their own are no feed.
  throw new Error('The live feed reads columns only.');
}
