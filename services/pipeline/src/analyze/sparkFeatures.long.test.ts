import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { pythonPackages } from '@spendscope/testing';
import { literal } from '../store/sqlText';
import type { Store } from '../store/store';
import { loadWorld } from '../testing/loadWorld';
import { TestWorkspace } from '../testing/workspace';
import { estimateChurn } from './churn/estimateChurn';
import { defaultGoal } from './churn/thresholdGoal';
import { loadCustomerTable } from './customerTable';
import { type GivenFeatures, findGiven } from './given/findGiven';
import { readSql } from './readSql';
import { segmentCustomers } from './segmentCustomers';
import { createActionView, createSpendView } from './spendView';

const timeZone = 'Asia/Seoul';
const transactions = 1_000_000;
const tables = ['customer_features', 'customer_actions', 'customer_rfm', 'purchase_days', 'top_category'];
const job = join(__dirname, '../../../../deploy/spark/customer_features.py');
const programs = pythonPackages('spark', ['pyspark==4.1.4']);

// Skipped by this name where Python or PyPI cannot be had.
(programs ? it : it.skip)(
  'Spark makes of 1,000,000 transactions what DuckDB makes, from the same SQL, and segments and churn follow alike',
  async () => {
    const workspace = new TestWorkspace();
    const { store } = await loadWorld(workspace, 'play', { users: 100_000, transactions, seed: 3 });
    try {
      await loadActions(store, join(workspace.root, 'data', 'actions.csv'));
      await createSpendView(store, timeZone);
      await createActionView(store, timeZone);
      const file = (name: string): string => join(workspace.root, `${name}.parquet`);
      for (const name of ['transactions', 'actions']) {
        await store.run(`COPY ${name} TO ${literal(file(name))} (FORMAT parquet)`);
      }
      const out = join(workspace.root, 'features');
      runSpark(['--transactions', file('transactions'), '--actions', file('actions'), '--zone', timeZone, '--out', out]); // prettier-ignore
      for (const name of tables) {
        await store.run(`CREATE TABLE work.ours AS ${readSql(name)}`);
        await store.run(`CREATE TABLE work.sparks AS SELECT * FROM read_parquet(${literal(join(out, name, '*.parquet'))})`); // prettier-ignore
        expect([name, await differences(store)]).toEqual([name, []]);
        await store.run('DROP TABLE work.ours');
        await store.run('DROP TABLE work.sparks');
      }
      await sameAnalysis(store, out);
    } finally {
      store.close();
      workspace.remove();
    }
  },
  1_800_000
);

async function loadActions(store: Store, file: string): Promise<void> {
  await store.run(`INSERT INTO actions SELECT 1, row_number() OVER (), CAST(timestamp AS TIMESTAMP), action_id, player_id, action,
    client, ip, lat, lon, country FROM read_csv(${literal(file)})`);
  const { n } = await store.one<{ n: number }>('SELECT count(*) AS n FROM actions');
  expect(n).toBeGreaterThan(100_000);
}

/** What follows from Spark's files is what follows from the features of here. */
async function sameAnalysis(store: Store, out: string): Promise<void> {
  await store.run('INSERT INTO customers (user_id) SELECT DISTINCT user_id FROM transactions');
  const results = async (given?: GivenFeatures): Promise<{ labels: Int32Array; probability: Float64Array }> => {
    const onNote = (line: string): void => {
      throw new Error(line);
    };
    const table = await loadCustomerTable(store, { kind: 'transactions', timeZone, given, onNote });
    const onStep = (): Promise<void> => Promise.resolve();
    const { estimate } = await estimateChurn(table, { store, timeZone, withTransactions: true, seed: 1, goal: defaultGoal, onStep }); // prettier-ignore
    const { labels } = segmentCustomers(table, estimate, { k: 6, seed: 1 });
    return { labels, probability: estimate.probability };
  };
  const [ours, sparks] = [await results(), await results(findGiven(out))];
  expect(sparks.labels).toEqual(ours.labels);
  // A fraction's last digit may put a customer on the other side of a tree's border.
  const others = ours.probability.filter((value, row) => Math.abs(value - sparks.probability[row]!) > 1e-9);
  expect(others.length).toBeLessThanOrEqual(ours.probability.length / 10_000);
}

function runSpark(args: readonly string[]): void {
  const submit = ['--master', 'local[2]', '--driver-memory', '2g', '--conf', 'spark.ui.enabled=false'];
  const local = ['--conf', 'spark.driver.host=127.0.0.1', '--conf', 'spark.driver.bindAddress=127.0.0.1'];
  execFileSync(join(programs!, 'spark-submit'), [...submit, ...local, job, ...args], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, PYSPARK_PYTHON: join(programs!, 'python'), SPARK_LOCAL_IP: '127.0.0.1' },
    maxBuffer: 1 << 26,
  });
}

/** Columns in which customers differ, and how many: fractions by more than their last digits, all else at all. */
async function differences(store: Store): Promise<{ column: string; customers: number }[]> {
  const columns = await store.rows<{ column_name: string; column_type: string }>('DESCRIBE work.ours');
  const found: { column: string; customers: number }[] = [];
  for (const { column_name: column, column_type: type } of columns) {
    const close = type === 'DOUBLE' ? `OR abs(o.${column} - s.${column}) <= 1e-12 * abs(o.${column})` : '';
    const { n } = await store.one<{
      n: number;
    }>(`SELECT count(*) AS n FROM work.ours o FULL JOIN work.sparks s USING (user_id)
      WHERE NOT coalesce(o.${column} IS NOT DISTINCT FROM s.${column} ${close}, false)`);
    if (n > 0) {
      found.push({ column, customers: n });
    }
  }
  const { n } = await store.one<{ n: number }>('SELECT count(*) AS n FROM work.ours');
  expect(n).toBeGreaterThan(5_000);
  return found;
}
