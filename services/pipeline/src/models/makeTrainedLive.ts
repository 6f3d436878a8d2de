import type { ModelRef } from '@spendscope/contracts';
import type { ModelChange, ModelRegistry } from '@spendscope/registry';

/**
 * Makes what a run trained the live version of its name.
 *
 * @param keepLive leaves a version that is live where it is: people, or a retraining, decided so
 */
export async function makeTrainedLive(
  registry: ModelRegistry,
  name: string,
  ref: ModelRef,
  { keepLive, ...change }: Pick<ModelChange, 'at' | 'by' | 'reason'> & { keepLive?: boolean }
): Promise<void> {
  if (keepLive && (await registry.head(name)).live) {
    return;
  }
  await registry.makeLive(name, ref, { ...change, kind: 'trained' });
}
