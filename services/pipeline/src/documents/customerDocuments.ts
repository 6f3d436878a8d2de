import { type Customer, indices, runIndex } from '@spendscope/contracts';
import { literal } from '../store/sqlText';
import { type JsonField, type JsonKind, column, documentSql, entrySql } from './documentSql';
import { traitsSql } from './rowDocuments';

type Shop = NonNullable<Customer['shop']>;
type Features = NonNullable<Customer['features']>;
type Rfm = NonNullable<Customer['rfm']>;
type Pca = NonNullable<Customer['pca']>;
type OwnMean = NonNullable<Customer['own_mean']>;
type GradePath = NonNullable<Customer['grade_path']>;

const shop: Record<keyof Shop, JsonKind> = {
  tenure_months: 'number',
  device: 'text',
  city_tier: 'number',
  warehouse_distance: 'number',
  payment: 'text',
  app_hours: 'number',
  devices: 'number',
  preferred_category: 'text',
  satisfaction: 'number',
  marital_status: 'text',
  addresses: 'number',
  complained: 'boolean',
  order_growth: 'number',
  coupons: 'number',
  orders: 'number',
  days_since_order: 'number',
  cashback: 'number',
};

/** Columns of the table `features`, as the feature files name them. */
const features = Object.keys(indices.customers.fields.features) as (keyof Features)[];

const rfm: Record<keyof Rfm, JsonKind> = {
  recency: 'number',
  frequency: 'number',
  monetary: 'number',
  log_recency: 'number',
  log_frequency: 'number',
  log_monetary: 'number',
  log100_recency: 'number',
  log100_frequency: 'number',
  log100_monetary: 'number',
  recency_score: 'number',
  frequency_score: 'number',
  monetary_score: 'number',
  score: 'text',
  segment: 'text',
  version: 'text',
};

const pca: Record<keyof Pca, JsonKind> = { pca1: 'number', pca2: 'number' };

const ownMean: Record<keyof OwnMean, JsonField> = {
  transaction_id: column('text', 'transaction_id', 'o'),
  timestamp: { kind: 'instant', sql: 'o.ts' },
  distance: { kind: 'number', sql: 'abs(o.own_z)' },
  robust_z: column('number', 'own_z', 'o'),
  direction: { kind: 'text', sql: "CASE WHEN o.own_z > 0 THEN 'above' ELSE 'below' END" },
  category_large: column('text', 'category_large', 'o'),
  amount: column('number', 'amount', 'o'),
  usual: column('number', 'own_usual', 'o'),
};

const gradePath: Record<keyof GradePath, JsonKind> = {
  year_spend: 'number',
  quarter_spend: 'number',
  up_to: 'text',
  up_missing: 'number',
  up_distance: 'number',
  up_probability: 'number',
  down_to: 'text',
  down_room: 'number',
  down_distance: 'number',
};

const all = (kinds: Readonly<Record<string, JsonKind>>, table: string): Record<string, JsonField> =>
  Object.fromEntries(Object.entries(kinds).map(([name, kind]) => [name, column(kind, name, table)]));

/** A nested object to append, left out where `present` is false. */
function nested(name: string, fields: Readonly<Record<string, JsonField>>, present: string): string {
  // The first field of an object must not be NULL: a constant one is put before and cut off again.
  const inner = documentSql({ '': { kind: 'number', sql: '0' }, ...fields });
  return `CASE WHEN ${present} THEN ${literal(`,${JSON.stringify(name)}:`)} || replace(replace(${inner}, '{"":0,', '{'), '{"":0}', '{}') END`;
}

/** Makes the table `own_means` that customers' entries join: once, not once a part. */
export const ownMeansTableSql = `CREATE OR REPLACE TABLE work.own_means AS
  WITH farthest AS (
    SELECT s.user_id, d.transaction_id FROM customer_scores s JOIN ordered d ON d.rowid = s.own_row
  )
  SELECT f.user_id, f.transaction_id, t.ts, t.amount, t.category_large
  FROM farthest f JOIN transactions t ON t.transaction_id = f.transaction_id`;

/**
 * SELECT of bulk entries of a part of the customers of a run, from the tables customers, features, top_category, results
 * (what the segmentation found), grade_paths, customer_scores and own_means.
 *
 * @returns for a condition on a column of tokens (see `idRanges`); each table is asked for its part only
 */
export function customerEntriesSql(run: {
  runId: string;
  asOf: Date;
  /** When the run publishes. */
  at: Date;
  world: string;
  shop: boolean;
  scored: boolean;
}): (part: (column: string) => string) => string {
  const fields: Partial<Record<keyof Customer, JsonField>> = {
    user_id: column('text', 'user_id', 'c'),
    run_id: { kind: 'text', sql: literal(run.runId) },
    as_of: { kind: 'text', sql: literal(run.asOf.toISOString()) },
    created_at: { kind: 'text', sql: literal(run.at.toISOString()) },
    world: { kind: 'text', sql: literal(run.world) },
    joined_at: column('instant', 'joined_at', 'c'),
    top_category: column('text', 'top_category', 'p'),
    cluster: column('number', 'cluster', 'r'),
    persona: column('text', 'persona', 'r'),
    churned: column('boolean', 'churned', 'c'),
    churn_probability: column('number', 'churn_probability', 'r'),
    churn_basis: column('text', 'churn_basis', 'r'),
    clv: column('number', 'clv', 'r'),
    anomalyScore: run.scored ? column('number', 'score', 'o') : { kind: 'number', sql: 'NULL' },
  };
  const reasons = ['churn_reasons', 'churn_reason_details'].map((name) => `',"${name}":' || r.${name}`);
  const numbers = Object.fromEntries(features.map((name) => [name, 'number' as const]));
  const more = [
    traitsSql(),
    ...reasons,
    nested('rfm', all(rfm, 'r'), 'r.user_id IS NOT NULL'),
    nested('pca', all(pca, 'r'), 'r.pca1 IS NOT NULL'),
    nested('grade_path', all(gradePath, 'g'), 'g.user_id IS NOT NULL'),
    ...(run.shop ? [nested('shop', all(shop, 'c'), 'true')] : []),
    ...(run.scored
      ? [
          nested('features', all(numbers, 'f'), 'f.user_id IS NOT NULL'),
          nested('own_mean', ownMean, 'o.own_z IS NOT NULL'),
        ]
      : []),
  ];
  const index = literal(runIndex(indices.customers, run.runId));
  const entry = entrySql({ index, id: 'c.user_id' }, fields as Record<string, JsonField>, more);
  return (part) => {
    const joined = (table: string, alias: string): string =>
      `LEFT JOIN (SELECT * FROM ${table} WHERE ${part('user_id')}) ${alias} ON ${alias}.user_id = c.user_id`;
    const own = `LEFT JOIN (
         SELECT s.user_id, s.score, s.own_z, s.own_usual, m.transaction_id, m.ts, m.amount, m.category_large
         FROM customer_scores s LEFT JOIN own_means m ON m.user_id = s.user_id AND ${part('m.user_id')}
         WHERE ${part('s.user_id')}
       ) o ON o.user_id = c.user_id`;
    return `SELECT ${entry} FROM customers c ${joined('features', 'f')} ${joined('results', 'r')} ${joined('grade_paths', 'g')}
      ${joined('top_category', 'p')} ${run.scored ? own : ''} WHERE ${part('c.user_id')}`;
  };
}
