import type { ModelRef } from '@spendscope/contracts';
import { type Detector, detectorName, loadDetector } from '../models/detectorModel';
import { registryOf } from '../models/registry';
import type { StateFolder } from '../stateFolder';
import { Fresh } from './Fresh';

/** The live detector; one that was retrained, promoted or rolled back to is taken up within seconds, without a restart. */
export class LiveDetector {
  private readonly registry: ReturnType<typeof registryOf>;
  private readonly live: Fresh<ModelRef | undefined>;
  private loaded: Detector | undefined;

  constructor(folder: StateFolder) {
    this.registry = registryOf(folder);
    this.live = new Fresh(async () => (await this.registry.head(detectorName)).live);
  }

  /** @throws UserError where there is no model, RegistryError where it is not what the history names */
  async get(): Promise<Detector> {
    const live = await this.live.get();
    if (!this.loaded || this.loaded.file !== live?.file) {
      this.loaded = await loadDetector(this.registry, live);
    }
    return this.loaded;
  }
}
