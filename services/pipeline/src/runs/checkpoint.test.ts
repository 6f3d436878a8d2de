import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { Store } from '../store/store';
import { TestWorkspace } from '../testing/workspace';
import { Checkpoint } from './checkpoint';
import { type KeptStageOptions, RunRecorder } from './runRecorder';

const workspace = new TestWorkspace();
const folder = workspace.folder.checkpoint;
let store: Store;

beforeEach(async () => {
  store = await Store.open(workspace.folder);
});
afterEach(() => {
  new Checkpoint(folder, store, '', new Date(0)).remove();
  store.close();
});
afterAll(() => workspace.remove());

interface Result {
  numbers: Float64Array;
  twice: (n: number) => number;
}

const stage: KeptStageOptions<Result, Float64Array> = {
  pack: ({ numbers }) => numbers,
  unpack: (numbers) => ({ numbers, twice: (n) => 2 * n }),
  tables: ['found'],
};

/** A run with one kept stage that fills a table; tells how often its work was done. */
async function runOnce(
  key: string,
  options = stage
): Promise<{ id: string; done: number; result: Result; run: RunRecorder }> {
  const run = await RunRecorder.start(undefined, 'analyze', { note: () => {} });
  const found = Checkpoint.interrupted(folder);
  const checkpoint = new Checkpoint(folder, store, key, new Date(0));
  await run.keepIn(checkpoint, found?.key === key ? found : undefined);
  let done = 0;
  const result = await run.keptStage(
    'Look for it',
    async () => {
      done++;
      await store.run(`CREATE OR REPLACE TABLE work.found AS SELECT 0.1 AS x, 'é' AS y`);
      run.measured({ tries: 1 });
      return { numbers: Float64Array.of(0.1, NaN, -0), twice: (n: number) => 2 * n };
    },
    options
  );
  return { id: run.id, done, result, run };
}

it('gives an interrupted run’s results and tables back instead of doing the work again', async () => {
  const first = await runOnce('k');
  expect(first.done).toBe(1);
  store.close();
  store = await Store.open(workspace.folder);
  const second = await runOnce('k');
  expect([second.done, second.id]).toEqual([0, first.id]);
  expect(second.result.numbers).toEqual(Float64Array.of(0.1, NaN, -0));
  expect(second.result.twice(4)).toBe(8);
  expect(await store.rows('SELECT x, y FROM found')).toEqual([{ x: expect.anything() as unknown, y: 'é' }]);
  expect(second.run.stages).toEqual([expect.objectContaining({ name: 'Look for it', kept: true })]);
});

it('does the work again where a kept file was changed, or what was written elsewhere is gone', async () => {
  await runOnce('k');
  appendFileSync(join(folder, 'look-for-it.bin'), 'x');
  expect((await runOnce('k')).done).toBe(1);
  expect((await runOnce('k', { ...stage, holds: () => Promise.resolve(false) })).done).toBe(1);
  expect((await runOnce('k', { ...stage, holds: () => Promise.resolve(true) })).done).toBe(0);
});

it('keeps nothing for a run of another key, and nothing after success', async () => {
  const first = await runOnce('k');
  const other = await runOnce('other');
  expect([other.done, other.id === first.id]).toEqual([1, false]);
  await other.run.end('succeeded');
  expect(Checkpoint.interrupted(folder)).toBeUndefined();
});
