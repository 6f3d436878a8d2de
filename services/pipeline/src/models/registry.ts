import { userInfo } from 'node:os';
import { type ModelRegistry, modelsPlace, openRegistry } from '@spendscope/registry';
import type { StateFolder } from '../stateFolder';

/** The bucket of SPENDSCOPE_MODELS_URL, else the state folder's models. */
export const registryOf = (folder: Pick<StateFolder, 'registry'>): ModelRegistry =>
  openRegistry(folder.registry, modelsPlace());

/** Who acts on this machine, as the history names them. */
export function operator(): string {
  try {
    return `cli:${userInfo().username}`;
  } catch {
    // A container's user id without a name.
    return `cli:${process.getuid?.() ?? 'unknown'}`;
  }
}
