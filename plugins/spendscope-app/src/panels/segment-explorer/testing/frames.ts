import { FieldType, toDataFrame, type DataFrame } from '@grafana/data';

/**
 * As the Elasticsearch data source answers nested histograms: keys of outer buckets are text, the innermost are
 * numbers, and columns come in an order of their own.
 */
export function densityFrame(
  rows: ReadonlyArray<readonly [cluster: string, x: string, y: number, count: number]>
): DataFrame {
  return toDataFrame({
    refId: 'A',
    fields: [
      { name: 'rfm.log_recency', type: FieldType.string, values: rows.map((row) => row[1]) },
      { name: 'cluster', type: FieldType.string, values: rows.map((row) => row[0]) },
      { name: 'rfm.log_monetary', type: FieldType.number, values: rows.map((row) => row[2]) },
      { name: 'Count', type: FieldType.number, values: rows.map((row) => row[3]) },
    ],
  });
}

export interface CustomerRow {
  token: string;
  logRecency: number | null;
  logMonetary: number | null;
  cluster: number | null;
  persona?: string;
  monetary?: number;
  churn?: number;
}

/** As `raw_data` of customers: dotted names, with the columns that the data source adds. */
export function customersFrame(rows: readonly CustomerRow[]): DataFrame {
  return toDataFrame({
    refId: 'A',
    fields: [
      { name: '_id', type: FieldType.string, values: rows.map((row) => row.token) },
      { name: '_type', type: FieldType.other, values: rows.map(() => null) },
      { name: 'churn_probability', type: FieldType.number, values: rows.map((row) => row.churn ?? null) },
      { name: 'cluster', type: FieldType.number, values: rows.map((row) => row.cluster) },
      { name: 'persona', type: FieldType.string, values: rows.map((row) => row.persona ?? null) },
      { name: 'rfm.log_monetary', type: FieldType.number, values: rows.map((row) => row.logMonetary) },
      { name: 'rfm.log_recency', type: FieldType.number, values: rows.map((row) => row.logRecency) },
      {
        name: 'rfm.monetary',
        type: FieldType.number,
        config: { unit: 'currencyKRW' },
        values: rows.map((row) => row.monetary ?? null),
      },
      { name: 'sort', type: FieldType.other, values: rows.map(() => [1, 2]) },
      { name: 'user_id', type: FieldType.string, values: rows.map((row) => row.token) },
    ],
  });
}
