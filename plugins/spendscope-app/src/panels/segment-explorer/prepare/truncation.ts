import type { DataFrame, DataQuery } from '@grafana/data';
import type { Truncation } from '../types';

/** Rows that the Elasticsearch data source returns when a query names no size. */
const DEFAULT_SIZE = 500;

interface RawDataQuery extends DataQuery {
  metrics?: ReadonlyArray<{ type?: string; settings?: { size?: string | number } }>;
}

/** Rows that a query asks for at most; undefined for queries that do not list documents. */
export function requestedRows(query: DataQuery | undefined): number | undefined {
  const metric = (query as RawDataQuery | undefined)?.metrics?.[0];
  if (metric?.type !== 'raw_data' && metric?.type !== 'raw_document') {
    return undefined;
  }
  const size = Number(metric.settings?.size);
  return Number.isFinite(size) && size > 0 ? size : DEFAULT_SIZE;
}

/** Sum of a frame's Count column: a second query may count what the first can only list in part. */
export function countedTotal(frames: readonly DataFrame[], shown: DataFrame): number | undefined {
  for (const frame of frames) {
    const count = frame === shown ? undefined : frame.fields.find((field) => /^count$/i.test(field.name));
    if (count && frame.length > 0) {
      return count.values.reduce<number>((sum, value) => sum + (Number(value) || 0), 0);
    }
  }
  return undefined;
}

/**
 * The data source cuts at the requested size without a word: as many rows as were asked for mean that there may be
 * more, and a larger total from elsewhere proves it.
 */
export function findTruncation(rows: number, requested?: number, total?: number): Truncation | undefined {
  if (total !== undefined) {
    return total > rows ? { shown: rows, total } : undefined;
  }
  return requested !== undefined && rows >= requested ? { shown: rows } : undefined;
}
