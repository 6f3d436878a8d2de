import { FieldType, toDataFrame, type DataFrame } from '@grafana/data';

const base = {
  run_id: 'run-2',
  cluster: 0,
  name: 'High risk of leaving',
  description: 'Used to order every 11 days, now silent for 70 or more.',
  size: 118,
  share: 0.118,
  'means.recency': 72,
  'means.frequency': 13,
  'means.monetary': 4_700_000,
  'population.recency': 120,
  'population.frequency': 22,
  'population.monetary': 5_660_000,
  'centroid.log_recency': 1.86,
  'centroid.log_frequency': 1.15,
  'centroid.log_monetary': 6.67,
  spend_share: 0.097,
  churn_rate: 0.607,
  churn_low: 0.604,
  churn_high: 0.61,
  churn_basis: 'label',
  priority: 1,
  'priority_inputs.size': 118,
  'priority_inputs.mean_monetary': 4_700_000,
  'priority_inputs.churn_probability': 0.607,
  'priority_weights.size': 1,
  'priority_weights.monetary': 1,
  'priority_weights.churn': 1,
  rank: 1,
  strategies: [
    {
      action: 'Win-back offer on the last travel category',
      channel: 'App push',
      kpi: 'Return in 30 days +4 pts',
      limit: '1 per 60 days',
    },
  ] as unknown,
  rule: 'Nearest profile for which recency z > 0.',
  source: 'rules',
  source_detail: 'no key',
  created_at: '2026-11-20T02:00:00.000Z',
};
export type SegmentFixture = typeof base;

/** A frame as `raw_data` of the segments index comes: flattened names, strategies as the parsed list. */
export function segmentsFrame(rows: ReadonlyArray<Partial<SegmentFixture>>): DataFrame {
  const full = rows.map((row): SegmentFixture => ({ ...base, ...row }));
  return toDataFrame({
    refId: 'S',
    fields: (Object.keys(base) as Array<keyof SegmentFixture>).map((name) => ({
      name,
      type:
        name === 'strategies' ? FieldType.other : typeof base[name] === 'number' ? FieldType.number : FieldType.string,
      values: full.map((row) => row[name]),
    })),
  });
}
