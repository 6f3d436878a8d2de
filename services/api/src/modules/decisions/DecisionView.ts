import { type ActionName, type DecisionAnswer, type TargetState, indices } from '@spendscope/contracts';
import type { ElasticClient } from '@spendscope/elastic';
import { stateId } from '../states/StateStore';

const { name: index } = indices.states;
const pageSize = 5_000;
/** A change is searchable within the index's refresh, not in the order of its number: so far back is read again. */
const overlapMs = 15_000;
/** Until the first look is that old: so many changes back. */
const overlapChanges = 10_000;

interface InForce {
  action: ActionName;
  id: string;
  /** Milliseconds; Infinity: until released. */
  until: number;
}

/** The little of a state that decides, by target; kept small because millions may be in force. */
type View = Map<string, readonly InForce[]>;
/** How many of each action are in the view, kept up with it: there may be millions to count. */
type Counts = Map<ActionName, number>;

/** What is in force, in memory, kept up by reading what changed since the last look. */
export class DecisionView {
  private view: View = new Map();
  private counts: Counts = new Map();
  /** When the last complete look began; undefined before the first. */
  private seenAt: number | undefined;
  /** Highest sequence numbers of past looks, by when they were seen. */
  private marks: { at: number; seq: number }[] = [];
  private looking: Promise<void> | undefined;

  constructor(
    private readonly client: ElasticClient,
    private readonly now: () => Date,
    private readonly failsOpen: boolean,
    private readonly staleAfterMs = 30_000
  ) {}

  get size(): number {
    return this.view.size;
  }

  /** In force, by action, as of the last look. */
  get active(): ReadonlyMap<ActionName, number> {
    return this.counts;
  }

  stalenessMs(now = this.now().getTime()): number {
    return this.seenAt === undefined ? -1 : Math.max(0, now - this.seenAt);
  }

  /** Answers from memory only: never waits, whatever the store does. */
  decide(user: string, transaction?: string): DecisionAnswer {
    const now = this.now().getTime();
    const stalenessMs = this.stalenessMs(now);
    const stale = stalenessMs < 0 || stalenessMs > this.staleAfterMs;
    const account = this.view.get(stateId({ type: 'account', id: user }));
    const paid =
      transaction === undefined ? undefined : this.view.get(stateId({ type: 'transaction', id: transaction }));
    const lock = inForce(account, 'lock_account', now) ?? inForce(paid, 'block_transaction', now);
    if (lock) {
      return { decision: 'deny', reason: lock.action, interventionId: lock.id, stale, stalenessMs };
    }
    if (stale && !this.failsOpen) {
      return { decision: 'deny', reason: 'fail_closed', stale, stalenessMs };
    }
    const extra = inForce(account, 'require_extra_auth', now);
    if (extra) {
      return { decision: 'step_up', reason: extra.action, interventionId: extra.id, stale, stalenessMs };
    }
    return { decision: 'allow', reason: stale ? 'fail_open' : 'nothing_in_force', stale, stalenessMs };
  }

  /** Reads what changed; one look at a time. @throws where the store is away: the view stays as it was, and ages */
  refresh(): Promise<void> {
    this.looking ??= this.look().finally(() => {
      this.looking = undefined;
    });
    return this.looking;
  }

  private async look(): Promise<void> {
    const began = this.now().getTime();
    const highest = await this.highestSeq();
    const known = this.marks.at(-1)?.seq ?? -1;
    // Numbers that went down are those of another index under the same name: what we know is of the old one.
    const anew = this.seenAt === undefined || highest < known;
    const from = anew ? -1 : this.markBefore(began - overlapMs);
    const target: View = anew ? new Map() : this.view;
    const counts: Counts = anew ? new Map() : this.counts;
    let seq = anew ? -1 : known;
    for await (const { state, number } of this.changesAfter(from)) {
      put(target, counts, state);
      seq = Math.max(seq, number);
    }
    this.view = target;
    this.counts = counts;
    this.marks = [...(anew ? [] : this.marks).filter((mark) => mark.at > began - 4 * overlapMs), { at: began, seq }];
    this.seenAt = began;
  }

  /** The newest mark that is old enough for all before it to be searchable. */
  private markBefore(instant: number): number {
    const old = this.marks.findLast((mark) => mark.at <= instant);
    return old?.seq ?? Math.max(-1, (this.marks[0]?.seq ?? -1) - overlapChanges);
  }

  private async highestSeq(): Promise<number> {
    const { hits } = await this.client.search({
      index,
      size: 1,
      _source: false,
      seq_no_primary_term: true,
      sort: [{ _seq_no: 'desc' }],
      track_total_hits: false,
    });
    return hits.hits[0]?._seq_no ?? -1;
  }

  private async *changesAfter(seq: number): AsyncGenerator<{ state: TargetState; number: number }> {
    for (let after = seq; ;) {
      const { hits } = await this.client.search<TargetState>({
        index,
        size: pageSize,
        seq_no_primary_term: true,
        query: { range: { _seq_no: { gt: after } } },
        sort: [{ _seq_no: 'asc' }],
        track_total_hits: false,
      });
      for (const hit of hits.hits) {
        yield { state: hit._source!, number: hit._seq_no! };
      }
      const last = hits.hits.at(-1);
      if (!last || hits.hits.length < pageSize) {
        return;
      }
      after = last._seq_no!;
    }
  }
}

/** Ends are kept to the second, whenever the worker gets to them. */
function inForce(entries: readonly InForce[] | undefined, action: ActionName, now: number): InForce | undefined {
  return entries?.find((entry) => entry.action === action && entry.until > now);
}

function put(view: View, counts: Counts, { target, interventions }: TargetState): void {
  const id = stateId(target);
  const count = (action: ActionName, change: number): void =>
    void counts.set(action, (counts.get(action) ?? 0) + change);
  view.get(id)?.forEach(({ action }) => count(action, -1));
  view.delete(id);
  if (interventions.length === 0) {
    return;
  }
  view.set(
    id,
    interventions.map(({ id: intervention, action, expires_at }) => {
      count(action, 1);
      return { action, id: intervention, until: expires_at ? Date.parse(expires_at) : Infinity };
    })
  );
}
