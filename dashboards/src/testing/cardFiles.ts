import { join } from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { generateWorld } from '../../../services/pipeline/src/generate/generateWorld';

/** Files of a small card world, and a connection that asks them the same as dashboards ask Elasticsearch. */
export interface CardFiles {
  files: string[];
  rows<Row extends object>(sql: string): Promise<Row[]>;
  /** the only value of the only row */
  value(sql: string): Promise<number>;
}

const plain = (value: unknown): unknown => (typeof value === 'bigint' ? Number(value) : value);

/**
 * Generates the files into a folder and makes views of them that know nothing of the pipeline: `t` (payments with the traits
 * of their customers; `day` and `q` in Korean time) and `c` (customers; `age_band`).
 */
export async function cardFiles(folder: string, end: Date): Promise<CardFiles> {
  await generateWorld({ world: 'card', users: 500, transactions: 16_000, seed: 11, end, days: 830, out: folder, format: 'csv' }); // prettier-ignore
  const file = (name: string): string => join(folder, `${name}.csv`);
  const connection: DuckDBConnection = await (await DuckDBInstance.create()).connect();
  await connection.run("SET TimeZone = 'Asia/Seoul'");
  await connection.run(`CREATE TABLE c AS SELECT *, CASE WHEN age >= 70 THEN '70+' ELSE (age // 10 * 10) || 's' END AS age_band
    FROM read_csv('${file('customers')}')`);
  // Read as instants, shown as the business reads its clock.
  await connection.run(`CREATE TABLE t AS
    SELECT p.transaction_id, p.customer_id, p.amount::DOUBLE AS amount, p.type, p.category_large, p.category_mid, p.channel,
      CAST(CAST(p.timestamp AS TIMESTAMPTZ) AS DATE) AS day,
      strftime(CAST(p.timestamp AS TIMESTAMPTZ), '%Y') || ' Q' || quarter(CAST(p.timestamp AS TIMESTAMPTZ)) AS q,
      c.* EXCLUDE (customer_id, card_product), c.card_product
    FROM read_csv('${file('transactions')}', types = {timestamp: 'VARCHAR'}) p JOIN c ON c.customer_id = p.customer_id`);
  const rows = async <Row extends object>(sql: string): Promise<Row[]> =>
    (await connection.runAndReadAll(sql))
      .getRowObjectsJS()
      .map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, plain(value)]))) as Row[];
  return {
    files: ['transactions', 'customers', 'actions'].map(file),
    rows,
    value: async (sql) => Number(Object.values((await rows(sql))[0]!)[0]),
  };
}
