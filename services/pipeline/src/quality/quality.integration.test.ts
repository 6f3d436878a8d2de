import { join } from 'node:path';
import { type IndexDefinition, allIndices } from '@spendscope/contracts';
import { installTemplates } from '@spendscope/elastic';
import { refOf } from '@spendscope/registry';
import { elasticAs } from '@spendscope/testing';
import { detect } from '../analyze/detect/detect';
import { readFeedback } from '../feedback/readFeedback';
import type { WorldName } from '../generate/columns';
import { detectorName } from '../models/detectorModel';
import { makeTrainedLive } from '../models/makeTrainedLive';
import { registryOf } from '../models/registry';
import { type StoreMeta, readMeta } from '../store/schema';
import { Store } from '../store/store';
import { ingestWorld } from '../testing/ingestWorld';
import { TestWorkspace, emptyIndices } from '../testing/workspace';
import { type DetectorQuality, judgeDetectors } from './judgeDetectors';
import { printQuality } from './printQuality';

const setup = elasticAs('setup');
const pipeline = elasticAs('pipeline');
const everything = (allIndices as readonly IndexDefinition[]).map(({ pattern }) => pattern);
const workspaces: TestWorkspace[] = [];

beforeAll(async () => {
  await emptyIndices(setup, everything);
  await installTemplates(setup);
});
afterEach(async () => {
  await emptyIndices(setup, everything);
  await installTemplates(setup);
});
afterAll(async () => {
  await Promise.all([setup, pipeline].map((client) => client.close()));
  workspaces.forEach((workspace) => workspace.remove());
});

/** Generates a small world, loads it, trains on it and judges the result by its truth. */
async function judge(world: WorldName): Promise<DetectorQuality> {
  const workspace = new TestWorkspace();
  workspaces.push(workspace);
  const end = new Date('2026-03-01T09:00:00Z');
  const out = await ingestWorld(workspace, pipeline, { world, users: 1_500, transactions: 40_000, seed: 11, end });
  await workspace.job(pipeline, 'analyze', async (context) => {
    const meta = (await readMeta(context.store)) as StoreMeta;
    const feedback = await readFeedback(pipeline, end);
    const { contentHash } = await detect(context, {
      seed: 1,
      rows: 40_000,
      first: end,
      last: end,
      at: end,
      meta,
      feedback,
    });
    const trained = { at: end, by: `run:${context.run.id}`, reason: 'Trained to be judged.' };
    await makeTrainedLive(registryOf(context.folder), detectorName, refOf(detectorName, contentHash), trained);
  });
  const store = await Store.open(workspace.folder);
  try {
    const meta = (await readMeta(store)) as StoreMeta;
    const costs = { missed: 100, falseAlarm: 5 };
    return await judgeDetectors({ store, folder: workspace.folder, meta }, { truth: join(out, 'truth.csv'), top: 100, costs }); // prettier-ignore
  } finally {
    store.close();
  }
}

/** For looking at it: SPENDSCOPE_SHOW_QUALITY=1. */
function show(quality: DetectorQuality): void {
  if (process.env.SPENDSCOPE_SHOW_QUALITY) {
    process.stdout.write(`${printQuality(quality)}\n`);
  }
}

it('finds what was planted into a small card world, of every kind', async () => {
  const quality = await judge('card');
  show(quality);
  const { combined, isolation_forest: forest, autoencoder, lstm } = quality.scores;
  expect(combined.overall.rocAuc).toBeGreaterThan(0.97);
  // No worse than the best of them, but for noise: quality/worlds says how that is over worlds and seeds.
  const alone = [forest, autoencoder, lstm].map(({ overall }) => overall.prAuc);
  expect(combined.overall.prAuc).toBeGreaterThan(Math.max(...alone) - 0.03);
  expect(combined.overall.threshold.recall).toBeGreaterThan(0.8);
  expect(Object.keys(combined.kinds)).toEqual([
    'account_takeover',
    'card_testing',
    'far_apart',
    'sudden_spike',
    'velocity',
  ]);
  expect(combined.kinds.account_takeover!.threshold.recall).toBeGreaterThan(0.9);
  // The best that 100 alarms can find of more than 100 anomalies.
  expect(combined.overall.top.recall).toBeLessThanOrEqual(100 / combined.overall.anomalies);
});

it('tells the four styles of a play world apart in its figures, and finds play from places far apart', async () => {
  const quality = await judge('play');
  show(quality);
  const { styles, kinds } = quality.scores.combined;
  expect(Object.keys(styles)).toEqual(['loose-aggressive', 'loose-passive', 'tight-aggressive', 'tight-passive']);
  const { anomalies } = quality.scores.combined.overall;
  expect(Object.values(styles).reduce((sum, style) => sum + style.anomalies, 0)).toBe(anomalies);
  expect(kinds.far_apart!.rocAuc).toBeGreaterThan(0.95);
});
