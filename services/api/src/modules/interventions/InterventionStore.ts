import {
  type Intervention,
  type InterventionList,
  type InterventionQuery,
  type InterventionState,
  indices,
} from '@spendscope/contracts';
import { type ElasticClient, type Versioned, VersionedDocuments } from '@spendscope/elastic';
import type { Cursors } from '../../elastic/Cursors';
import { timeRange } from '../../elastic/timeRange';
import { endOf } from './newIntervention';
import { assertMove } from './stateMachine';

const index = indices.interventions.name;
const fields = indices.interventions.fields;
const defaultSize = 50;

export type VersionedIntervention = Versioned<Intervention>;

/** Interventions: created once, then moved by compare-and-set along the table of legal moves. */
export class InterventionStore {
  private readonly documents: VersionedDocuments<Intervention>;

  constructor(
    private readonly client: ElasticClient,
    private readonly cursors: Cursors,
    private readonly now: () => Date
  ) {
    this.documents = new VersionedDocuments(client, index);
  }

  get(id: string): Promise<VersionedIntervention | undefined> {
    return this.documents.get(id);
  }

  /** Undefined where an intervention of that id is already there. */
  create(intervention: Intervention): Promise<VersionedIntervention | undefined> {
    return this.documents.create(intervention.id, intervention);
  }

  /** Moves to another state; undefined where somebody else moved it first. */
  move(
    from: VersionedIntervention,
    to: InterventionState,
    change: Partial<Intervention> = {}
  ): Promise<VersionedIntervention | undefined> {
    assertMove(from.document.state, to);
    const moved = { ...from.document, ...change, state: to, updated_at: this.now().toISOString() };
    return this.documents.replace(moved.id, moved, from.version);
  }

  /** Claims an intervention in its state, so that of two who would go on with it one does; undefined for the other. */
  touch(from: VersionedIntervention): Promise<VersionedIntervention | undefined> {
    const touched = { ...from.document, updated_at: this.now().toISOString() };
    return this.documents.replace(touched.id, touched, from.version);
  }

  /** Gives an active one another end, from now on; undefined where somebody changed it first. */
  extend(from: VersionedIntervention, durationSec: number | undefined): Promise<VersionedIntervention | undefined> {
    const now = this.now();
    const { expires_at: _end, duration_sec: _length, ...rest } = from.document;
    const extended: Intervention = {
      ...rest,
      updated_at: now.toISOString(),
      ...(durationSec === undefined ? {} : { duration_sec: durationSec, ...endOf(now, durationSec) }),
    };
    return this.documents.replace(extended.id, extended, from.version);
  }

  /** Newest first. */
  async list(query: InterventionQuery): Promise<InterventionList> {
    // Whoever just acted finds the act in the list.
    await this.client.indices.refresh({ index });
    const size = query.size ?? defaultSize;
    const wanted: [string, string | undefined][] = [
      [fields.target.type, query.targetType],
      [fields.target.id, query.target],
      [fields.action, query.action],
      [fields.state, query.state],
      [fields.requested_by.login, query.actor],
    ];
    const after = query.cursor ? this.cursors.decode(query.cursor).after : undefined;
    const { hits } = await this.client.search<Intervention>({
      index,
      size,
      query: {
        bool: {
          filter: [
            ...wanted.flatMap(([field, value]) => (value ? [{ term: { [field]: value } }] : [])),
            ...timeRange(fields.requested_at, query.from, query.to),
          ],
        },
      },
      sort: [{ [fields.requested_at]: 'desc' }, { [fields.id]: 'asc' }],
      track_total_hits: true,
      ...(after ? { search_after: after } : {}),
    });
    const last = hits.hits.at(-1);
    return {
      items: hits.hits.map((hit) => hit._source!),
      total: (hits.total as { value: number }).value,
      ...(last?.sort && hits.hits.length === size ? { cursor: this.cursors.encode({ after: last.sort }) } : {}),
    };
  }

  /** In one of the states and not moved for so long, or last moved by a clock that was set back since; at most so many. */
  async findLeft(states: readonly InterventionState[], ms: number, size: number): Promise<string[]> {
    const now = this.now().getTime();
    const [before, after] = [now - ms, now + ms].map((instant) => new Date(instant).toISOString());
    const past = { range: { [fields.updated_at]: { lte: before } } };
    const ahead = { range: { [fields.updated_at]: { gte: after } } };
    await this.client.indices.refresh({ index });
    const { hits } = await this.client.search<Intervention>({
      index,
      size,
      _source: false,
      query: {
        bool: { filter: [{ terms: { [fields.state]: [...states] } }, { bool: { should: [past, ahead] } }] },
      },
      sort: [{ [fields.updated_at]: 'asc' }],
    });
    return hits.hits.map((hit) => hit._id!);
  }

  /** In one of the states, with the date field before the instant; oldest first, at most so many. */
  async findBefore(
    states: readonly InterventionState[],
    field: 'expires_at' | 'requested_at',
    instant: Date,
    size: number
  ): Promise<{ ids: string[]; total: number }> {
    await this.client.indices.refresh({ index });
    const { hits } = await this.client.search<Intervention>({
      index,
      size,
      _source: false,
      track_total_hits: true,
      query: {
        bool: {
          filter: [
            { terms: { [fields.state]: [...states] } },
            { range: { [fields[field]]: { lte: instant.toISOString() } } },
          ],
        },
      },
      sort: [{ [fields[field]]: 'asc' }],
    });
    return { ids: hits.hits.map((hit) => hit._id!), total: (hits.total as { value: number }).value };
  }
}
