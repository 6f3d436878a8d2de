import { join } from 'node:path';
import { generateWorld } from '../../generate/generateWorld';
import { createSchema } from '../../store/schema';
import { literal } from '../../store/sqlText';
import { Store } from '../../store/store';
import { TestWorkspace } from '../../testing/workspace';
import { ScoringThread } from './ScoringThread';
import { judgesOf } from './judges';
import { packFitted } from './packFitted';
import { scoreAll } from './scoreAll';
import { orderTransactions } from './streamHistories';
import { type FittedModels, fitModels, scoreModels } from './trainDetector';

const workspace = new TestWorkspace();
const job = { rows: 0, seed: 1 };
let store: Store;
let fitted: FittedModels;
let alone: Float32Array[];

beforeAll(async () => {
  const out = join(workspace.root, 'data');
  await generateWorld({ world: 'card', users: 400, transactions: 14_000, seed: 4, end: new Date('2026-03-01T09:00:00Z'), out, format: 'csv' }); // prettier-ignore
  store = await Store.open(workspace.folder);
  await createSchema(store);
  await store.run(`INSERT INTO transactions SELECT 1, row_number() OVER (), CAST(timestamp AS TIMESTAMP), transaction_id, NULL,
    customer_id, amount, currency, type, category_large, category_mid, merchant, channel, ip, lat, lon, country
    FROM read_csv(${literal(join(out, 'transactions.csv'))})`);
  await orderTransactions(store, 'Asia/Seoul');
  job.rows = (await store.one<{ rows: number }>('SELECT count(*) AS rows FROM ordered')).rows;
  fitted = await fitModels(store, job);
  alone = await scoreModels(store, fitted, job, 0);
}, 60_000);
afterAll(() => {
  store.close();
  workspace.remove();
});

it('scores what it is given as this thread would, bit for bit', async () => {
  const thread = new ScoringThread(packFitted(fitted));
  try {
    while (!thread.isFree) {
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    const judges = judgesOf(fitted.models);
    let done = 0;
    const models = [judges.isolation_forest, judges.autoencoder, judges.lstm];
    const shared = await scoreAll(store, models, fitted.population, { ...job, threads: [thread], onRow: (n) => (done = n) }); // prettier-ignore
    expect(thread.blocks).toBeGreaterThan(0);
    expect(shared).toEqual(alone);
    expect(done).toBe(job.rows);
  } finally {
    await thread.close();
  }
}, 60_000);

it('says so where a thread fails, instead of answering less', async () => {
  const thread = new ScoringThread({ ...packFitted(fitted), lstm: {} as never });
  let said = '';
  while (said === '') {
    await new Promise((resolve) => setTimeout(resolve, 10));
    try {
      expect(thread.isFree).toBe(false);
    } catch (error) {
      said = String(error);
    }
  }
  expect(said).toContain('Error');
  await thread.close();
}, 60_000);
