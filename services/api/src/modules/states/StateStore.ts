import { type Target, type TargetState, indices } from '@spendscope/contracts';
import { type ElasticClient, VersionedDocuments } from '@spendscope/elastic';

type Entry = TargetState['interventions'][number];

const index = indices.states.name;
const mostTries = 30;
export const stateId = (target: Target): string => `${target.type}:${target.id}`;

/** What is in force for a target, changed by compare-and-set: several actions on one target never lose each other. */
export class StateStore {
  private readonly documents: VersionedDocuments<TargetState>;

  constructor(
    private readonly client: ElasticClient,
    private readonly now: () => Date
  ) {
    this.documents = new VersionedDocuments(client, index);
  }

  /** Nothing is in force where there is no document. */
  async get(target: Target): Promise<TargetState> {
    return (await this.documents.get(stateId(target)))?.document ?? this.stateOf(target, []);
  }

  /** States of many targets at once; those with nothing in force are left out. */
  async getMany(targets: readonly Target[]): Promise<TargetState[]> {
    const ids = [...new Set(targets.map(stateId))];
    const { docs } = await this.client.mget<TargetState>({ index, ids });
    return docs.flatMap((doc) =>
      'found' in doc && doc._source && doc._source.interventions.length > 0 ? [doc._source] : []
    );
  }

  /** Puts an intervention in force; doing so twice changes nothing. */
  put(target: Target, entry: Entry): Promise<void> {
    return this.change(target, (entries) => [...entries.filter((known) => known.id !== entry.id), entry]);
  }

  /** Takes an intervention out of force; doing so twice changes nothing. */
  remove(target: Target, id: string): Promise<void> {
    return this.change(target, (entries) => entries.filter((known) => known.id !== id));
  }

  private async change(target: Target, next: (entries: readonly Entry[]) => Entry[]): Promise<void> {
    const id = stateId(target);
    for (let attempt = 0; attempt < mostTries; attempt++) {
      const known = await this.documents.get(id);
      const state = this.stateOf(target, next(known?.document.interventions ?? []));
      const written = known
        ? await this.documents.replace(id, state, known.version)
        : await this.documents.create(id, state);
      if (written) {
        return;
      }
    }
    throw new Error(`The state of ${target.type} changed ${mostTries} times while it was being written.`);
  }

  private stateOf(target: Target, interventions: Entry[]): TargetState {
    return {
      target: { type: target.type, id: target.id },
      in_force: [...new Set(interventions.map((entry) => entry.action))].sort(),
      interventions,
      updated_at: this.now().toISOString(),
    };
  }
}
