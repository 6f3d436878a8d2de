import { FieldType, type DataFrame, type Field } from '@grafana/data';
import { mapFields, type FieldRole, type RoleReport } from '../../../shared/fields/mapFields';
import type { ExplorerRole, SegmentExplorerOptions } from '../types';
import { holdsNumbers } from './columns';

/** Log columns come first: money and days are skewed, and Elasticsearch's histograms are linear only. */
export const explorerRoles: ReadonlyArray<FieldRole<ExplorerRole>> = [
  { role: 'x', names: ['log_recency', 'recency', 'recency_days', 'days_since_order'], required: true },
  { role: 'y', names: ['log_monetary', 'monetary', 'net_spend', 'cashback'], required: true },
  { role: 'cluster', names: ['cluster', 'cluster_id', 'segment'] },
  { role: 'count', names: ['count'], types: [FieldType.number] },
  { role: 'customer', names: ['user_id', 'customer_id', 'customer_token', 'user_token'] },
  { role: 'persona', names: ['persona'] },
  { role: 'spend', names: ['sum', 'sum_monetary', 'sum_rfm_monetary', 'monetary'], types: [FieldType.number] },
  { role: 'churn', names: ['churn_probability'], types: [FieldType.number] },
  { role: 'score', names: ['anomalyScore'], types: [FieldType.number] },
];

export type RoleFields = Partial<Record<ExplorerRole, Field>>;

export interface MatchedRoles {
  fields: RoleFields;
  report: readonly RoleReport<ExplorerRole>[];
}

/** Columns by role: those the options name, else by their names, else (axes only) the first free numbers. */
export function matchRoles(frame: DataFrame, chosen: SegmentExplorerOptions['fields']): MatchedRoles {
  const { fields, report } = mapFields([frame], explorerRoles, chosen);
  for (const role of ['x', 'y'] as const) {
    if (!fields[role] && !chosen[role]) {
      const taken = new Set(Object.values(fields));
      fields[role] = frame.fields.find((field) => field.type === FieldType.number && !taken.has(field));
    }
    // A text column cannot be an axis, whoever chose it; bucket keys are numbers that arrive as text.
    if (fields[role] && frame.length > 0 && !holdsNumbers(fields[role])) {
      delete fields[role];
    }
  }
  return {
    fields,
    report: report.map((row) => ({
      ...row,
      found: fields[row.role] !== undefined,
      column: fields[row.role]?.name ?? row.column,
    })),
  };
}
