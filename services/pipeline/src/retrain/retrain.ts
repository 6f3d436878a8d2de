import type { ModelTrial, RunInput } from '@spendscope/contracts';
import { honourErasures } from '../erasures/honourErasures';
import type { JobContext } from '../runs/runJob';
import { type StoreMeta, readMeta } from '../store/schema';
import { storedRows } from '../store/storedRows';
import { UserError } from '../userError';
import type { PromotionPolicy } from './decideTrial';
import { trialWords } from './trialWords';

export interface RetrainOptions {
  seed: number;
  /** days that are held out; by the data's length where nothing is said */
  window?: number;
  /** truth.csv of generated data, which tells the anomalies */
  truth?: string;
  policy: PromotionPolicy;
  now: Date;
}

/** What trains a candidate of one name and settles what becomes of it. */
export type Retraining = (
  context: JobContext,
  options: RetrainOptions & { meta: StoreMeta; inputs: readonly RunInput[] }
) => Promise<ModelTrial>;

/** Trains a candidate and holds it against the live version; what is the same of every model. */
export async function retrain(
  context: JobContext,
  name: string,
  options: RetrainOptions,
  retraining: Retraining
): Promise<ModelTrial> {
  const { store, run } = context;
  await honourErasures(context);
  const meta = await readMeta(store);
  if (!meta.world) {
    throw new UserError('Nothing has been ingested yet.', 'Run "spendscope ingest" first.');
  }
  const { world, timeZone, currency } = meta as StoreMeta;
  const inputs = await run.stage('Content of the store', async () =>
    (await storedRows(store)).map((table): RunInput => ({ kind: 'table', ...table }))
  );
  const { seed, window, truth, policy } = options;
  const { margin, segmentMargin: segment_margin, promote } = policy;
  run.reads(inputs, {
    model: name,
    seed,
    ...(window ? { window } : {}),
    truth: truth !== undefined,
    margin,
    segment_margin,
    promote,
    world,
  });
  run.know({ world, time_zone: timeZone, currency });
  const trial = await retraining(context, { ...options, meta: meta as StoreMeta, inputs });
  await run.stage(
    'Decide',
    () => Promise.resolve(trial),
    ({ decision }) => `${decision}: ${trialWords(trial)}`
  );
  return trial;
}
