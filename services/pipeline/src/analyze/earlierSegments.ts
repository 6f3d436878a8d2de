import type { Store } from '../store/store';
import type { CustomerTable } from './customerTable';
import type { EarlierSegments } from './migration';

const table = 'published_segments';
const ratesTable = 'published_churn_rates';

/** The segments of the run that readers see, or nothing before the first. */
export async function readEarlierSegments(
  store: Store,
  customers: CustomerTable
): Promise<EarlierSegments | undefined> {
  if (!(await store.hasTable(table))) {
    return undefined;
  }
  const names = await store.rows<{ run_id: string; cluster: number; persona: string }>(
    `SELECT DISTINCT run_id, cluster, persona FROM ${table}`
  );
  if (names.length === 0) {
    return undefined;
  }
  const clusters = new Int32Array(customers.ids.length);
  let row = 0;
  // In the order of the customer table, which is that of ids.
  for await (const [values] of store.columns(
    `SELECT coalesce(e.cluster, -1) FROM rfm r LEFT JOIN ${table} e ON e.user_id = r.user_id ORDER BY r.user_id`
  )) {
    clusters.set(values as number[], row);
    row += values!.length;
  }
  const gone = await store.rows<{ cluster: number; customers: number }>(
    `SELECT cluster, count(*) AS customers FROM ${table} WHERE user_id NOT IN (SELECT user_id FROM rfm) GROUP BY cluster`
  );
  // A state of before kept no rates.
  const rates = (await store.hasTable(ratesTable))
    ? await store.rows<{ cluster: number; churn_rate: number }>(`SELECT cluster, churn_rate FROM ${ratesTable}`)
    : [];
  return {
    runId: names[0]!.run_id,
    clusters,
    names: new Map(names.map(({ cluster, persona }) => [cluster, persona])),
    gone: new Map(gone.map(({ cluster, customers: n }) => [cluster, n])),
    churnRates: new Map(rates.map(({ cluster, churn_rate }) => [cluster, churn_rate])),
  };
}

/** Remembers the segments of a run that was just published, and their churn rates, for the next one to compare with. */
export async function keepSegments(
  store: Store,
  runId: string,
  churnRates: ReadonlyMap<number, number>
): Promise<void> {
  const rates = [...churnRates].map(([cluster, rate]) => `(${cluster}, ${rate}::DOUBLE)`);
  await store.transaction(async () => {
    await store.run(
      `CREATE OR REPLACE TABLE ${table} AS SELECT user_id, cluster, persona, '${runId}' AS run_id FROM results`
    );
    await store.run(
      `CREATE OR REPLACE TABLE ${ratesTable} AS SELECT * FROM (VALUES ${rates.join(', ')}) r(cluster, churn_rate)`
    );
  });
}
