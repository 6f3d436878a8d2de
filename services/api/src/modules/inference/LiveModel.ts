import type { ModelRef } from '@spendscope/contracts';
import type { ModelRegistry } from '@spendscope/registry';
import { ApiError } from '../../http/apiError';
import { ServedModel } from './ServedModel';

/** Hears what became of what should be served. */
export interface ModelEvents {
  switched(model: string, version: string, before: string | undefined): void;
  failed(model: string, version: string | undefined, error: unknown): void;
}

/**
 * The versions of one model that answer requests: the live one, the shadow and the one that was live before. A new version
 * is read and checked before it takes over; where that fails the old one goes on, and `problem` says why.
 */
export class LiveModel {
  private live: ServedModel | undefined;
  private before: ServedModel | undefined;
  private shadow: ServedModel | undefined;
  private looking: Promise<void> | undefined;
  private again = false;
  /** Absent before the first look. */
  private state: { problem?: string } | undefined;

  constructor(
    readonly name: string,
    private readonly registry: ModelRegistry,
    private readonly events: ModelEvents
  ) {}

  /** Why what serves is not what is live, or may not be. */
  get problem(): string | undefined {
    return this.state ? this.state.problem : 'The registry has not been looked at yet.';
  }

  /** Whether there is nothing to serve, or it is served. */
  get isReady(): boolean {
    return this.live !== undefined || (this.state !== undefined && this.state.problem === undefined);
  }

  get versions(): ServedModel[] {
    const all = [this.live, this.shadow, this.before].filter((model) => model !== undefined);
    return all.filter((model, at) => all.findIndex(({ ref }) => ref.file === model.ref.file) === at);
  }

  /**
   * @param version absent: the live one
   * @throws ApiError 404, 503 where nothing is loaded
   */
  find(version?: string): ServedModel {
    const found = version === undefined ? this.live : this.versions.find(({ ref }) => ref.version === version);
    if (found) {
      return found;
    }
    if (!this.live) {
      throw new ApiError(503, 'model_not_loaded', `No version of ${this.name} is loaded. ${this.problem ?? 'None is live: run "spendscope analyze" first.'}`, { headers: { 'retry-after': '5' } }); // prettier-ignore
    }
    const loaded = this.versions.map(({ ref }) => ref.version).join(', ');
    throw new ApiError(404, 'version_not_loaded', `Version ${version} of ${this.name} is not loaded; ${loaded} are: the live one, the shadow and the one before.`); // prettier-ignore
  }

  /** Looks at what is live now and takes it over; whoever asks while a look is under way gets one that began later. */
  async refresh(): Promise<void> {
    if (this.looking) {
      this.again = true;
      return this.looking;
    }
    this.looking = (async () => {
      do {
        this.again = false;
        await this.look();
      } while (this.again);
    })().finally(() => {
      this.looking = undefined;
    });
    return this.looking;
  }

  private async look(): Promise<void> {
    let wanted: string | undefined;
    try {
      const { live, shadow } = await this.registry.head(this.name);
      wanted = live?.version;
      const next = live && (await this.loaded(live));
      if (next && next !== this.live) {
        const before = this.live;
        // One assignment: a request finds the old version or the new one, never none.
        [this.live, this.before] = [next, before ?? this.before];
        this.events.switched(this.name, next.ref.version, before?.ref.version);
      }
      wanted = shadow?.version;
      this.shadow = shadow && (await this.loaded(shadow));
      this.state = {};
    } catch (error) {
      const problem = (error as Error).message;
      // Each look fails alike until somebody mends it: it is told once.
      if (this.state?.problem !== problem) {
        this.events.failed(this.name, wanted, error);
      }
      this.state = { problem };
    }
  }

  /** The same object for what is loaded already. Undefined of an imported model: it is compared, and does not serve. */
  private async loaded(ref: ModelRef): Promise<ServedModel | undefined> {
    const known = this.versions.find((model) => model.ref.file === ref.file);
    if (known) {
      return known;
    }
    const file = await this.registry.readRef(ref);
    return file.format === 'spendscope-churn' ? ServedModel.load(this.name, ref, file) : undefined;
  }
}
