import { literal } from '../../store/sqlText';
import type { Store } from '../../store/store';
import { UserError } from '../../userError';
import { readSql } from '../readSql';
import type { GivenFeatures, GivenTable } from './findGiven';

interface Column {
  column_name: string;
  column_type: string;
}

/** Types of a file by what may stand in a column of ours: nothing is lost on the way. */
const fitting: Readonly<Record<string, RegExp>> = {
  VARCHAR: /^VARCHAR$/,
  DOUBLE: /^(DOUBLE|FLOAT)$/,
  whole: /^(U?(TINY|SMALL|BIG|HUGE)INT|U?INTEGER|DECIMAL\(\d+,0\))$/,
};

const rebuild = 'Make it with the files of SQL of this version (services/pipeline/src/analyze/sql).';

/** The working table that a given one is read into. */
export const givenName = (table: GivenTable): string => `given_${table}`;

/**
 * Reads tables that were computed elsewhere into the working tables `given_TABLE`, after their columns, types and values were
 * checked against what the table's file of SQL makes here. Customers that the store does not have are left out.
 * Needs the views `spend` and `action_log`.
 * @returns sentences on who is here and not there, and the other way round
 * @throws UserError that names table, column and fix
 */
export async function loadGiven(store: Store, { files }: GivenFeatures): Promise<string[]> {
  const said: string[] = [];
  for (const [table, paths] of files) {
    const source = `read_parquet([${paths.map(literal).join(', ')}], union_by_name = false)`;
    const expected = await store.rows<Column>(`DESCRIBE ${readSql(table)}`);
    checkColumns(table, expected, await describe(store, table, source));
    const columns = expected.map(({ column_name: name, column_type: type }) => `CAST(${name} AS ${type}) AS ${name}`);
    await store.run(`CREATE OR REPLACE TABLE work.given AS SELECT ${columns.join(', ')} FROM ${source}`);
    await checkValues(store, table, expected);
    said.push(...(await compareCustomers(store, table)));
    await store.run(
      `CREATE OR REPLACE TABLE work.${givenName(table)} AS SELECT g.* FROM given g SEMI JOIN customers USING (user_id)`
    );
    await store.run('DROP TABLE work.given');
  }
  return said;
}

async function describe(store: Store, table: GivenTable, source: string): Promise<Column[]> {
  try {
    return await store.rows<Column>(`DESCRIBE SELECT * FROM ${source}`);
  } catch (cause) {
    throw wrong(table, 'cannot be read as Parquet', 'Copy or write it again.', cause);
  }
}

function checkColumns(table: GivenTable, expected: readonly Column[], found: readonly Column[]): void {
  const typeOf = new Map(found.map(({ column_name, column_type }) => [column_name, column_type]));
  const missing = expected.filter(({ column_name }) => !typeOf.has(column_name));
  if (missing.length > 0) {
    throw wrong(table, `the column ${missing[0]!.column_name} is missing`, rebuild);
  }
  for (const { column_name: name, column_type: type } of expected) {
    const has = typeOf.get(name)!;
    if (!(fitting[type] ?? fitting.whole!).test(has)) {
      throw wrong(table, `the column ${name} is ${has}, and should be ${type}`, rebuild);
    }
  }
  const strange = found.find(({ column_name }) => !expected.some((column) => column.column_name === column_name));
  if (strange) {
    throw wrong(table, `the column ${strange.column_name} is unknown`, `Leave it out. ${rebuild}`);
  }
}

async function checkValues(store: Store, table: GivenTable, columns: readonly Column[]): Promise<void> {
  const [twice] = await store.rows<{ user_id: string | null }>(
    'SELECT user_id FROM given GROUP BY user_id HAVING count(*) > 1 OR user_id IS NULL LIMIT 1'
  );
  if (twice) {
    const what = twice.user_id === null ? 'is empty in a row' : `holds ${twice.user_id} more than once`;
    throw wrong(table, `the column user_id ${what}`, 'Each customer must have one row.');
  }
  for (const { column_name: name, column_type: type } of columns.filter((column) => column.column_type === 'DOUBLE')) {
    const [odd] = await store.rows<{ user_id: string }>(
      `SELECT user_id FROM given WHERE ${name} IS NOT NULL AND NOT isfinite(${name}) LIMIT 1`
    );
    if (odd) {
      throw wrong(table, `the column ${name} (${type}) is no finite number for ${odd.user_id}`, rebuild);
    }
  }
}

/** Which customers with rows of their own each table should have. */
const subjects: Record<GivenTable, string> = {
  customer_features: 'FROM spend',
  customer_actions: 'FROM action_log WHERE local_day > (SELECT max(local_day) - 30 FROM action_log)',
  customer_rfm: 'FROM spend WHERE is_order = 1',
  purchase_days: 'FROM spend WHERE is_order = 1',
  top_category: 'FROM spend WHERE is_spend = 1 AND coalesce(category_large, category_mid) IS NOT NULL',
};

async function compareCustomers(store: Store, table: GivenTable): Promise<string[]> {
  await store.run(`CREATE OR REPLACE TABLE work.own AS SELECT DISTINCT user_id ${subjects[table]}`);
  const { here, there, both } = await store.one<{ here: number; there: number; both: number }>(
    `SELECT (SELECT count(*) FROM own ANTI JOIN given USING (user_id)) AS here,
       (SELECT count(*) FROM given ANTI JOIN own USING (user_id)) AS there,
       (SELECT count(*) FROM own SEMI JOIN given USING (user_id)) AS both`
  );
  await store.run('DROP TABLE work.own');
  if (both === 0 && there > 0 && here > 0) {
    throw wrong(
      table,
      'none of its customers is in the store',
      'Make the features of what the store holds: export its tables, or ingest with the same token key.'
    );
  }
  return [
    ...(here > 0 ? [`Features: ${here} customers of the store are not in ${table}; they go without its values.`] : []),
    ...(there > 0 ? [`Features: ${there} customers of ${table} have no such rows in the store.`] : []),
    ...(table === 'customer_features' ? await staleCounts(store) : []),
  ];
}

/** Features of another day's transactions are no reason to stop, and should be known. */
async function staleCounts(store: Store): Promise<string[]> {
  const { n } = await store.one<{ n: number }>(
    `SELECT count(*) AS n FROM given JOIN (SELECT user_id, count(*) AS rows FROM spend GROUP BY user_id) s USING (user_id)
     WHERE transactions <> rows`
  );
  return n > 0
    ? [`Features: ${n} customers have other numbers of transactions in the store than in the features.`]
    : [];
}

const wrong = (table: GivenTable, what: string, fix: string, cause?: unknown): UserError =>
  new UserError(`Features (${table}): ${what}.`, fix, { cause });
