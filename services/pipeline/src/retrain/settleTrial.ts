import type { ModelCard, ModelRef, ModelTrial } from '@spendscope/contracts';
import type { ModelRegistry } from '@spendscope/registry';
import { publishModel } from '../models/publishModel';
import type { JobContext } from '../runs/runJob';
import { publishTrial, trialMetrics } from './publishTrial';
import { trialWords } from './trialWords';

export interface Settled {
  name: string;
  registry: ModelRegistry;
  /** entries of the history when the trial began: where there are more by now, nothing is changed */
  seq: number;
  /** the candidate, which is stored already */
  ref: ModelRef;
  features: readonly string[];
  card: ModelCard;
  trial: ModelTrial;
  at: Date;
  /** rows that the candidate learnt from */
  rows: number;
}

/**
 * Makes the candidate what the trial says: the live one, or the shadow; and tells of it in the history, the
 * run's manifest, the index of models and their metrics.
 *
 * @throws RegistryError `live_changed` where somebody else changed what is live meanwhile
 */
export async function settleTrial({ client, run }: JobContext, settled: Settled): Promise<void> {
  const { name, registry, seq, ref, features, card, trial, at, rows } = settled;
  const { version, file, content_hash: contentHash } = ref;
  run.made({ kind: 'model', name, content_hash: `sha256:${contentHash}` });
  run.measured(Object.fromEntries(Object.entries(trialMetrics(trial)).map(([metric, value]) => [`${name}_${metric}`, value]))); // prettier-ignore
  const change = { at, by: `run:${run.id}`, reason: trialWords(trial), seq } as const;
  await (trial.decision === 'promoted'
    ? registry.makeLive(name, ref, { ...change, kind: trial.because.includes('first') ? 'trained' : 'promoted' })
    : registry.makeShadow(name, ref, { ...change, kind: 'shadowed' }));
  await publishModel(client, registry, { model: name, version, file, contentHash, features }, {
    trained_at: at.toISOString(),
    ...(card.data.to ? { data_to: card.data.to } : {}),
    rows,
    card: { ...card, trial, run_id: run.id },
  }); // prettier-ignore
  await publishTrial(client, name, version, trial);
}
