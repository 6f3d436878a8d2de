import {
  type Customer,
  type CustomerSelection,
  type SelectedCustomer,
  type SelectedCustomers as Page,
  type SelectedCustomersQuery,
  indices,
} from '@spendscope/contracts';
import type { ElasticClient } from '@spendscope/elastic';
import { type Cursors, cursorFault } from '../../elastic/Cursors';
import { filterFault } from './luceneFilter';
import { axesOf, insideOf, selectionQuery } from './selectionQuery';

const { fields, readAs } = indices.customers;
const keepAlive = '2m';
const defaultSize = 100;
/** Customers looked at one by one for an outline, at most so many in one answer. */
const mostCompared = 200_000;
const batch = 5_000;

const columns = [
  fields.user_id,
  fields.cluster,
  fields.persona,
  fields.rfm.recency,
  fields.rfm.frequency,
  fields.rfm.monetary,
  fields.churn_probability,
  fields.anomalyScore,
];

const rowOf = (customer: Partial<Customer>): SelectedCustomer => ({
  token: customer.user_id!,
  cluster: customer.cluster,
  persona: customer.persona,
  recency: customer.rfm?.recency,
  frequency: customer.rfm?.frequency,
  monetary: customer.rfm?.monetary,
  churn: customer.churn_probability,
  score: customer.anomalyScore,
});

interface Hit {
  customer: Partial<Customer>;
  sort: (string | number)[];
}

/** The customers that a selection holds. */
export class SelectedCustomers {
  constructor(
    private readonly client: ElasticClient,
    private readonly cursors: Cursors
  ) {}

  /**
   * A page of them, those who spend most first; all pages of one search see the same point in time.
   * @throws ApiError 400 an axis that is none or a foreign cursor, 410 a cursor older than two minutes
   */
  async page({ selection, cursor: text, size = defaultSize }: SelectedCustomersQuery): Promise<Page> {
    const { exact } = selectionQuery(selection);
    const total = text ? undefined : await this.count(selection);
    const known = text ? this.cursors.decode(text) : undefined;
    if (size === 0 || total?.value === 0) {
      return { items: [], total: total ?? { value: 0, relation: 'gte' } };
    }
    const pit = known?.pit ?? (await this.open());
    const items: Hit[] = [];
    let ended = false;
    try {
      for await (const hit of this.hits(selection, pit, known?.after, exact ? size : batch)) {
        items.push(hit);
        if (items.length === size) {
          break;
        }
      }
      ended = items.length < size;
    } catch (error) {
      throw known ? cursorFault(error) : error;
    } finally {
      if (ended) {
        await this.close(pit);
      }
    }
    const last = items.at(-1);
    return {
      items: items.map(({ customer }) => rowOf(customer)),
      total: total ?? { value: items.length, relation: 'gte' },
      ...(!ended && last ? { cursor: this.cursors.encode({ after: last.sort, pit }) } : {}),
    };
  }

  /** How many there are; at least so many where outlines had to be compared with very many customers. */
  async count(selection: CustomerSelection): Promise<Page['total']> {
    const { query, exact } = selectionQuery(selection);
    if (exact) {
      const { count } = await this.client
        .count({ index: readAs, ignore_unavailable: true, query })
        .catch((error: unknown) => {
          throw filterFault(error, selection.filter);
        });
      return { value: count, relation: 'eq' };
    }
    const pit = await this.open();
    let value = 0;
    const progress = { compared: 0 };
    try {
      for await (const _ of this.hits(selection, pit, undefined, batch, progress)) {
        value += 1;
      }
    } finally {
      await this.close(pit);
    }
    return { value, relation: progress.compared < mostCompared ? 'eq' : 'gte' };
  }

  /** All of them one by one, read at one point in time. */
  async *all(selection: CustomerSelection): AsyncGenerator<Partial<Customer>> {
    const pit = await this.open();
    try {
      for await (const { customer } of this.hits(selection, pit, undefined, batch, undefined, Infinity)) {
        yield customer;
      }
    } finally {
      await this.close(pit);
    }
  }

  private async *hits(
    selection: CustomerSelection,
    pit: string,
    after: Hit['sort'] | undefined,
    size: number,
    progress: { compared: number } = { compared: 0 },
    most = mostCompared
  ): AsyncGenerator<Hit> {
    const { query } = selectionQuery(selection);
    const inside = insideOf(selection);
    const axes = axesOf(selection);
    const read = [...columns, ...(axes ? [axes.x.field, axes.y.field] : [])];
    for (let from = after; progress.compared < most;) {
      const { hits } = await this.client
        .search<Partial<Customer>>({
          pit: { id: pit, keep_alive: keepAlive },
          size,
          query,
          _source: read,
          sort: [{ [fields.rfm.monetary]: { order: 'desc', missing: '_last' } }, { _shard_doc: 'asc' }],
          track_total_hits: false,
          ...(from ? { search_after: from } : {}),
        })
        .catch((error: unknown) => {
          throw filterFault(error, selection.filter);
        });
      for (const { _source, sort } of hits.hits) {
        if (inside(_source!)) {
          yield { customer: _source!, sort: sort as Hit['sort'] };
        }
      }
      progress.compared += hits.hits.length;
      from = hits.hits.at(-1)?.sort as Hit['sort'] | undefined;
      if (hits.hits.length < size || !from) {
        return;
      }
    }
  }

  private async open(): Promise<string> {
    return (await this.client.openPointInTime({ index: readAs, ignore_unavailable: true, keep_alive: keepAlive })).id;
  }

  private async close(id: string): Promise<void> {
    await this.client.closePointInTime({ id }).catch(() => undefined);
  }
}
