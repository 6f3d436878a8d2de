import { indices } from '@spendscope/contracts';
import { installTemplates } from '@spendscope/elastic';
import { elasticAs } from '@spendscope/testing';
import { silentProgress } from '../progress';
import { createSchema, writeMeta } from '../store/schema';
import { Store } from '../store/store';
import { TestWorkspace, emptyIndices } from '../testing/workspace';
import { createIngestLog, logStaged, unfinishedIngest } from './ingestLog';
import { publishRows } from './publishRows';

const setup = elasticAs('setup');
const pipeline = elasticAs('pipeline');
const workspace = new TestWorkspace();
const rows = 120_001;
let store: Store;

beforeAll(async () => {
  await emptyIndices(setup, [indices.transactions.pattern]);
  await installTemplates(setup);
  store = await Store.open(workspace.folder);
  await createSchema(store);
  await writeMeta(store, { world: 'card', timeZone: 'Asia/Seoul', currency: 'KRW' });
  await createIngestLog(store);
  await store.run(`INSERT INTO transactions (ingest, seq, ts, transaction_id, user_id, amount, currency, type)
    SELECT 1, n, TIMESTAMP '2026-01-01' + to_seconds(n * 40), 't' || n, 'u' || n % 100, n, 'KRW', 'purchase'
    FROM range(1, ${rows + 1}) numbers(n)`);
  await logStaged(store, { ingest: 1, key: 'k', transactions: rows, actions: 0, read: rows, rejected: 0 });
});
afterAll(async () => {
  store.close();
  await emptyIndices(setup, [indices.transactions.pattern]);
  await Promise.all([setup.close(), pipeline.close()]);
  workspace.remove();
});

const stored = async (): Promise<number> => {
  await setup.indices.refresh({ index: indices.transactions.pattern });
  return (await setup.count({ index: indices.transactions.readAs })).count;
};

it('goes on from what was confirmed in both halves when it was stopped, and then all rows are there', async () => {
  const stop = new AbortController();
  const stopping = {
    ...silentProgress,
    update: (_stage: string, done: number) => done > rows / 2 && stop.abort(new Error('stopped')),
  };
  const first = (await unfinishedIngest(store))!;
  await expect(publishRows(store, pipeline, first, 'transactions', stopping, stop.signal)).rejects.toThrow('stopped');

  const half = (await unfinishedIngest(store))!;
  expect(half.transactions_sent).toBeGreaterThan(0);
  expect(half.transactions_sent).toBeLessThanOrEqual(await stored());
  expect(await stored()).toBeLessThan(rows);

  const sent = await publishRows(store, pipeline, half, 'transactions', silentProgress);
  expect(sent).toBeLessThan(rows);
  expect(await stored()).toBe(rows);
  expect((await unfinishedIngest(store))!.transactions_sent).toBe(rows);
  expect(await publishRows(store, pipeline, { ...half, transactions_sent: rows }, 'transactions', silentProgress)).toBe(
    0
  );
});
