import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import {
  Store,
  createActionView,
  createSchema,
  createSpendView,
  forgetFeatures,
  loadCustomerTable,
  openStateFolder,
  readSql,
  updateFeatures,
} from '@spendscope/pipeline';
import type { Benchmark } from './benchmark';
import { memoryGrowth } from './memory/growth';
import { alternate } from './peers/alternate';

const timeZone = 'Asia/Seoul';
const threads = 2;
/** What `analyze` gives DuckDB; the peer has as much. */
const memoryLimit = '800MB';
const rounds = 3;

/** Ten transactions a customer over 180 days, spread by hashes, so that both sides hold the same rows. */
const rows = (count: number): string => `INSERT INTO transactions
  SELECT 1, i, TIMESTAMP '2026-01-01' + to_seconds(hash(i) % (180 * 86400)), 't' || i, NULL, 'u' || hash(i * 7) % ${Math.ceil(count / 10)},
    round(exp(2 + (hash(i * 11) % 1000) / 200), 2), 'KRW', CASE WHEN hash(i * 13) % 50 = 0 THEN 'refund' ELSE 'purchase' END,
    'c' || hash(i * 17) % 8, 'm' || hash(i * 19) % 40, 'shop' || hash(i * 23) % 5000, CASE WHEN hash(i * 29) % 3 = 0 THEN 'online' ELSE 'store' END,
    '10.0.' || hash(i * 31) % 256 || '.' || hash(i * 37) % 256, NULL, NULL, CASE WHEN hash(i * 41) % 30 = 0 THEN 'JP' ELSE 'KR' END
  FROM range(${count}) r(i)`;

/**
 * What `spendscope analyze` does from transactions to columns of customers, beside DuckDB alone making the same tables with as
 * many threads and as much memory, and reading the same columns. Ours also keeps features, so that a day costs a day.
 */
export const features: Benchmark = {
  what: 'features of customers by the pipeline against DuckDB alone with the same SQL on 2 threads (s)',
  run: async ([count = '10000000'], report) => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'spendscope-bench-'));
    const store = await Store.open(openStateFolder(folder), { threads, memoryLimit });
    const database = await DuckDBInstance.create(path.join(folder, 'alone.duckdb'), {
      threads: String(threads),
      memory_limit: memoryLimit,
    });
    const alone = await database.connect();
    const run = async (sql: string): Promise<void> => void (await alone.run(sql));
    try {
      await createSchema(store);
      await store.run(rows(Number(count)));
      await createSpendView(store, timeZone);
      await createAlone(alone, Number(count));
      await createSpendView({ run }, timeZone);
      await createActionView({ run }, timeZone);
      let customers = 0;
      let theirs = 0;
      const sides = await alternate(
        rounds,
        () =>
          forgetFeatures(store).then(() =>
            timed(
              async () => (customers = (await loadCustomerTable(store, { kind: 'transactions', timeZone })).ids.length)
            )
          ),
        () =>
          timed(async () => {
            for (const name of ['customer_features', 'customer_actions', 'customer_rfm', 'top_category']) {
              await run(`CREATE OR REPLACE TABLE ${name} AS ${readSql(name)}`);
            }
            theirs = await readAll(alone);
          })
      );
      if (theirs !== customers) {
        throw new Error(`The sides found ${customers} and ${theirs} customers; the comparison would not be fair.`);
      }
      report({ case: `${count} transactions of ${customers} customers, ${threads} threads each`, ...sides, unit: 's' });
      report(await oneMoreDay(store, Number(count)));
      report(await memoryGrowth('features', 1_000_000));
    } finally {
      alone.closeSync();
      database.closeSync();
      store.close();
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

/** Reads what the segmentation needs, in order of customers; gives their number. */
async function readAll(connection: DuckDBConnection): Promise<number> {
  const result =
    await connection.stream(`SELECT r.user_id, CAST(r.recency AS DOUBLE), CAST(r.frequency AS DOUBLE), r.monetary, f.interval_mean_hours
    FROM customer_rfm r LEFT JOIN customer_features f ON f.user_id = r.user_id ORDER BY r.user_id`);
  let read = 0;
  for (let chunk = await result.fetchChunk(); chunk && chunk.rowCount > 0; chunk = await result.fetchChunk()) {
    read += chunk.getColumns()[0]!.length;
  }
  return read;
}

/** The pipeline's features of so many transactions, in a store of their own. */
export async function makeFeatures(count: number): Promise<void> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'spendscope-bench-'));
  const store = await Store.open(openStateFolder(folder), { threads, memoryLimit });
  try {
    await createSchema(store);
    await store.run(rows(count));
    await createSpendView(store, timeZone);
    await loadCustomerTable(store, { kind: 'transactions', timeZone });
  } finally {
    store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What the customers of one more day cost, beside computing the features of all customers again. */
async function oneMoreDay(store: Store, count: number): Promise<Parameters<Parameters<Benchmark['run']>[1]>[0]> {
  const day = Math.ceil(count / 180);
  await forgetFeatures(store);
  await updateFeatures(store);
  let next = 0;
  let customers = 0;
  const sides = await alternate(
    rounds,
    async () => {
      await store.run(`INSERT INTO transactions SELECT * REPLACE (${next + 2} AS ingest, 'n${next}-' || transaction_id AS transaction_id,
        TIMESTAMP '2026-06-30' + to_seconds(seq % 86400) AS ts) FROM transactions WHERE ingest = 1 AND seq BETWEEN ${next * day} AND ${(next + 1) * day - 1}`);
      next++;
      return timed(async () => (customers = await updateFeatures(store)));
    },
    async () => {
      await forgetFeatures(store);
      return timed(() => updateFeatures(store));
    }
  );
  return { case: `one more day: ${day} transactions of ${customers} customers, beside all again`, ...sides, unit: 's' };
}

/** The same table and rows in a file of its own, without our store. */
async function createAlone(connection: DuckDBConnection, count: number): Promise<void> {
  await connection.run("SET TimeZone = 'UTC'");
  await createSchema({ run: async (sql: string) => void (await connection.run(sql)) });
  await connection.run(rows(count));
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await work();
  return (performance.now() - from) / 1000;
}
