import type { ModelComparison, ModelRef } from '@spendscope/contracts';
import { type ModelRegistry, modelName } from '@spendscope/registry';
import type { StoreReader } from '../../runs/withStore';
import { UserError } from '../../userError';
import { detectorName, loadDetector } from '../detectorModel';
import { diffChurn } from './diffChurn';
import { diffDetectors } from './diffDetectors';

/** What a version would say beside the live one of its name, on the newest day of the loaded data; nothing is stored as a score. */
export async function diffModel(
  reader: StoreReader,
  registry: ModelRegistry,
  { ref, signal, at }: { ref: ModelRef; signal: AbortSignal; at: Date }
): Promise<ModelComparison> {
  const name = modelName(ref.file);
  const { live } = await registry.head(name);
  if (!live || live.file === ref.file) {
    throw new UserError(
      live ? `${ref.version} is the live version.` : `Nothing is live of ${name} to compare with.`,
      'Name another version: "spendscope models list" has them.'
    );
  }
  const compared =
    name === detectorName
      ? await diffDetectors(reader, await loadDetector(registry, live), await loadDetector(registry, ref), signal)
      : await diffChurn(reader, await registry.readRef(live), await registry.readRef(ref));
  return { live: live.version, at: at.toISOString(), ...compared };
}
