import { type Action, type Anomaly, type Transaction, indices } from '@spendscope/contracts';
import { literal } from '../store/sqlText';
import { quarterSql } from './businessQuarter';
import { type JsonField, appendedFieldsSql, column, entrySql } from './documentSql';
import { ownOutlierSql } from './ownOutlier';

const geoSql = `',"geo":{"lat":' || CAST(t.lat AS VARCHAR) || ',"lon":' || CAST(t.lon AS VARCHAR) || '}'`;

/** Decades as people say them, the last one open. */
export const ageBandSql = (age: string): string =>
  `CASE WHEN ${age} >= 70 THEN '70+' WHEN ${age} >= 0 THEN CAST(${age} // 10 * 10 AS VARCHAR) || 's' END`;

type Fields<Document> = { [Name in keyof Document]?: JsonField };

const transactionFields: Fields<Transaction> = {
  '@timestamp': column('instant', 'ts'),
  transaction_id: column('text', 'transaction_id'),
  order_id: column('text', 'order_id'),
  user_id: column('text', 'user_id'),
  amount: column('number', 'amount'),
  currency: column('text', 'currency'),
  type: column('text', 'type'),
  category_large: column('text', 'category_large'),
  category_mid: column('text', 'category_mid'),
  merchant: column('text', 'merchant'),
  channel: column('text', 'channel'),
  ip: column('text', 'ip'),
  country: column('text', 'country'),
};

const traitFields: Fields<Transaction> = {
  grade: column('text', 'grade', 'c'),
  age: column('number', 'age', 'c'),
  age_band: { kind: 'text', sql: ageBandSql('c.age') },
  sex: column('text', 'sex', 'c'),
  region: column('text', 'region', 'c'),
  life_stage: column('text', 'life_stage', 'c'),
  children: column('number', 'children', 'c'),
  digital_member: column('boolean', 'digital_member', 'c'),
  card_product: column('text', 'card_product', 'c'),
};

const actionFields: Fields<Action> = {
  '@timestamp': column('instant', 'ts'),
  action_id: column('text', 'action_id'),
  user_id: column('text', 'user_id'),
  action: column('text', 'action'),
  device: column('text', 'device'),
  ip: column('text', 'ip'),
  country: column('text', 'country'),
};

/** SQL of a customer's traits as JSON fields to append, over the alias `c`. */
export const traitsSql = (): string => appendedFieldsSql(traitFields as Record<string, JsonField>);

/** Makes the temporary table `traits(user_id, traits)` that the entries of transactions join: once, not once a range. */
export const traitsTableSql = (): string =>
  `CREATE OR REPLACE TABLE work.traits AS SELECT user_id, ${traitsSql()} AS traits FROM customers c`;

const computedFields = (timeZone: string): Fields<Transaction> => {
  const { year, quarter_of_year, quarter } = quarterSql('t.ts', timeZone);
  return {
    year: { kind: 'text', sql: year },
    quarter_of_year: { kind: 'text', sql: quarter_of_year },
    quarter: { kind: 'text', sql: quarter },
    own_outlier: { kind: 'boolean', sql: ownOutlierSql },
  };
};

/**
 * SELECT of bulk entries (one string a row) of the rows whose `seq` is in a range of an ingest; transactions join the tables
 * of `traitsTableSql` and `ownBoundsTableSql`.
 *
 * @param timeZone of the business: quarters are cut in it
 */
export function entriesSql(
  entity: 'transactions' | 'actions',
  { ingest, from, to, timeZone }: { ingest: number; from: number; to: number; timeZone: string }
): string {
  const where = `t.ingest = ${ingest} AND t.seq BETWEEN ${from} AND ${to}`;
  const index = `${literal(`${indices[entity].name}-`)} || strftime(t.ts, '%Y.%m')`;
  if (entity === 'actions') {
    const entry = entrySql({ index, id: 't.action_id' }, actionFields as Record<string, JsonField>, [geoSql]);
    return `SELECT ${entry} FROM actions t WHERE ${where}`;
  }
  const more = [geoSql, 'c.traits'];
  const fields = { ...transactionFields, ...computedFields(timeZone) } as Record<string, JsonField>;
  const entry = entrySql({ index, id: 't.transaction_id' }, fields, more);
  return `SELECT ${entry} FROM transactions t LEFT JOIN traits c ON c.user_id = t.user_id
    LEFT JOIN own_bounds b ON b.user_id = t.user_id WHERE ${where}`;
}

/** Fields of an anomaly that come from its transaction and customer, over the aliases `t` and `c`. */
const anomalyFields: Fields<Anomaly> = {
  user_id: column('text', 'user_id'),
  timestamp: column('instant', 'ts'),
  transaction_id: column('text', 'transaction_id'),
  amount: column('number', 'amount'),
  currency: column('text', 'currency'),
  type: column('text', 'type'),
  category_large: column('text', 'category_large'),
  category_mid: column('text', 'category_mid'),
  merchant: column('text', 'merchant'),
  channel: column('text', 'channel'),
  ip: column('text', 'ip'),
  country: column('text', 'country'),
  label: column('text', 'verdict', 'v'),
  suppressed_until: { kind: 'text', sql: "nullif(greatest(coalesce(a.until, ''), coalesce(b.until, '')), '')" },
};

/**
 * SELECT of bulk entries of anomalies: rows of `scored` (row, part: the score's JSON fields) of the table `ordered`. The
 * transaction's id is the document's, so that scoring again replaces.
 */
export function anomalyEntriesSql(run: { runId: string; at: Date }): string {
  const constants: Fields<Anomaly> = {
    run_id: { kind: 'text', sql: literal(run.runId) },
    scored_at: { kind: 'text', sql: literal(run.at.toISOString()) },
    entity_type: { kind: 'text', sql: "'transaction'" },
  };
  const entry = entrySql(
    { index: literal(indices.anomalies.name), id: 't.transaction_id' },
    { ...anomalyFields, ...constants } as Record<string, JsonField>,
    [geoSql, traitsSql(), "',' || s.part"]
  );
  return `SELECT ${entry}
    FROM scored s
    JOIN ordered o ON o.rowid = s.row
    JOIN transactions t ON t.transaction_id = o.transaction_id
    LEFT JOIN customers c ON c.user_id = t.user_id
    LEFT JOIN verdicts v ON v.id = t.transaction_id
    LEFT JOIN suppressed a ON a.type = 'account' AND a.id = t.user_id
    LEFT JOIN suppressed b ON b.type = 'transaction' AND b.id = t.transaction_id`;
}

/** A customer's document in the anomalies: the same in every run, so that scoring again replaces it. */
export const customerAnomalyId = (userId: string): string => `customer-${userId}`;

/**
 * SELECT of bulk entries of customers' anomalies: rows of `scored_customers` (user_id, strangest, part), with the time of
 * the customer's strangest transaction.
 */
export function customerAnomalyEntriesSql(run: { runId: string; at: Date }): string {
  const fields: Fields<Anomaly> = {
    user_id: column('text', 'user_id', 's'),
    timestamp: column('instant', 'ts'),
    currency: column('text', 'currency'),
    label: column('text', 'verdict', 'v'),
    suppressed_until: column('text', 'until', 'a'),
    run_id: { kind: 'text', sql: literal(run.runId) },
    scored_at: { kind: 'text', sql: literal(run.at.toISOString()) },
    entity_type: { kind: 'text', sql: "'customer'" },
  };
  const id = `${literal(customerAnomalyId(''))} || s.user_id`;
  const entry = entrySql({ index: literal(indices.anomalies.name), id }, fields as Record<string, JsonField>, [
    traitsSql(),
    "',' || s.part",
  ]);
  return `SELECT ${entry}
    FROM scored_customers s
    JOIN ordered o ON o.rowid = s.strangest
    JOIN transactions t ON t.transaction_id = o.transaction_id
    LEFT JOIN customers c ON c.user_id = s.user_id
    LEFT JOIN verdicts v ON v.id = ${id}
    LEFT JOIN suppressed a ON a.type = 'account' AND a.id = s.user_id`;
}
