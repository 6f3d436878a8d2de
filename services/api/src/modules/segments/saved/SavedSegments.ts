import { type CustomerSelection, type SavedSegment, type SegmentDefinition, indices } from '@spendscope/contracts';
import { type ElasticClient, type Versioned, VersionedDocuments } from '@spendscope/elastic';
import { ApiError } from '../../../http/apiError';
import { etagOf } from '../../../http/etag';
import type { Caller } from '../../../identity/caller';
import { sha256 } from '../../audit/chain';
import { newestRun } from '../../customers/newestRun';
import type { SelectedCustomers } from '../../points/SelectedCustomers';

const { name: index, fields } = indices.segmentDefinitions;
const most = 200;

/** One document a name, whatever its capitals: that is what makes names unique. */
export const savedSegmentId = (name: string): string => sha256(name.toLocaleLowerCase('en')).slice(0, 32);

export const kindOf = ({ steps, clusters }: CustomerSelection): SegmentDefinition['kind'] =>
  steps.length === 0
    ? clusters
      ? 'clusters'
      : 'filter'
    : steps.every(({ shape }) => shape.kind === 'box')
      ? 'ranges'
      : 'polygon';

/** Everybody changes what is their own; who may also write personas may change that of others. */
export const mayChange = (caller: Pick<Caller, 'actor' | 'rights'>, { owner }: SegmentDefinition): boolean =>
  caller.actor.login === owner || caller.rights.includes('personas:write');

type Count = Awaited<ReturnType<SelectedCustomers['count']>>;

/** Segments that people saved, and what each holds in the newest run. */
export class SavedSegments {
  readonly documents: VersionedDocuments<SegmentDefinition>;
  /** Outlines are costly to count, and hold the same in the same run. */
  private readonly counted = new Map<string, Promise<Count>>();

  constructor(
    private readonly client: ElasticClient,
    private readonly customers: SelectedCustomers
  ) {
    this.documents = new VersionedDocuments(client, index);
  }

  async list(caller: Pick<Caller, 'actor' | 'rights'>): Promise<SavedSegment[]> {
    await this.client.indices.refresh({ index });
    const { hits } = await this.client.search<SegmentDefinition>({
      index,
      size: most,
      seq_no_primary_term: true,
      sort: [{ [fields.name]: { order: 'asc', unmapped_type: 'keyword' } }],
    });
    const runId = await this.newestRun();
    const items: SavedSegment[] = [];
    for (const hit of hits.hits) {
      const version = { seqNo: hit._seq_no!, primaryTerm: hit._primary_term! };
      items.push(await this.told(hit._id!, { document: hit._source!, version }, caller, runId));
    }
    return items;
  }

  async told(
    id: string,
    { document, version }: Versioned<SegmentDefinition>,
    caller: Pick<Caller, 'actor' | 'rights'>,
    runId: string | undefined
  ): Promise<SavedSegment> {
    const count = runId === undefined ? undefined : await this.countIn(runId, document.definition);
    return {
      id,
      etag: etagOf(version),
      name: document.name,
      ...(document.note ? { note: document.note } : {}),
      owner: document.owner,
      kind: document.kind,
      selection: document.definition,
      runId: document.run_id,
      frozenCount: document.frozen_count,
      createdAt: document.created_at,
      mayChange: mayChange(caller, document),
      ...(runId !== undefined && count
        ? { now: { runId, count, change: change(document.frozen_count, count.value) } }
        : {}),
    };
  }

  async newestRun(): Promise<string | undefined> {
    return (await newestRun(this.client))?.runId;
  }

  /** Undefined where the definition does not fit the customers, such as a filter on a field that is gone. */
  async countIn(runId: string, selection: CustomerSelection): Promise<Count | undefined> {
    const key = `${runId} ${JSON.stringify(selection)}`;
    let counting = this.counted.get(key);
    if (!counting) {
      counting = this.customers.count(selection);
      if (this.counted.size > most) {
        this.counted.clear();
      }
      this.counted.set(key, counting);
    }
    return counting.catch((error: unknown) => {
      this.counted.delete(key);
      if (error instanceof ApiError && error.status === 400) {
        return undefined;
      }
      throw error;
    });
  }
}

const change = (frozen: number, now: number): number => (frozen === 0 ? (now === 0 ? 0 : 1) : now / frozen - 1);
