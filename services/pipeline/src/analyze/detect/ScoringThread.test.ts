import type { Store } from '../../store/store';
import { loadWorld } from '../../testing/loadWorld';
import { TestWorkspace } from '../../testing/workspace';
import { ScoringThread } from './ScoringThread';
import { judgesOf } from './judges';
import { packFitted } from './packFitted';
import { scoreAll } from './scoreAll';
import { type FittedModels, fitModels, scoreModels } from './trainDetector';

const workspace = new TestWorkspace();
const job = { rows: 0, seed: 1 };
let store: Store;
let fitted: FittedModels;
let alone: Float32Array[];

beforeAll(async () => {
  ({ store, rows: job.rows } = await loadWorld(workspace, 'card', { users: 400, transactions: 14_000, seed: 4 }));
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
