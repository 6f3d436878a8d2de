import { type ActionName, type Intervention, type Lease, type Target, indices } from '@spendscope/contracts';
import { type ElasticClient, type Versioned, VersionedDocuments, isFree } from '@spendscope/elastic';
import type { InterventionStore } from './InterventionStore';
import { isOver } from './stateMachine';

/** So long a claim without its intervention is believed to be about to get it. */
const graceMs = 60_000;
const firstWaitMs = 50;
const longestWaitMs = 500;
const mostPolls = 14;

export type Claim =
  | { kind: 'mine' }
  /** Another intervention holds the target for this action. */
  | { kind: 'held'; by: Intervention }
  /** It is still being carried out. */
  | { kind: 'busy' };

const settled = new Set(['active', 'pending_approval']);

/** One document per target and action, created once: at most one intervention can hold it. */
export class Guards {
  private readonly documents: VersionedDocuments<Lease>;

  constructor(
    client: ElasticClient,
    private readonly interventions: InterventionStore,
    private readonly now: () => Date
  ) {
    this.documents = new VersionedDocuments(client, indices.leases.name);
  }

  /** Claims the target for an intervention, waiting up to five seconds for one that is just being carried out. */
  async claim(action: ActionName, target: Target, interventionId: string): Promise<Claim> {
    const id = guardId(action, target);
    for (let poll = 0, wait = firstWaitMs; poll < mostPolls; poll++, wait = Math.min(wait * 1.5, longestWaitMs)) {
      const guard = poll > 0 ? await this.documents.get(id) : undefined;
      if (!guard && (await this.documents.create(id, this.guard(interventionId)))) {
        return { kind: 'mine' };
      }
      const verdict = guard && (await this.judge(id, guard, interventionId));
      if (verdict) {
        return verdict;
      }
      // Many may wait for the same one: they must not slow it down.
      await new Promise((resolve) => setTimeout(resolve, poll > 0 ? wait : 0));
    }
    return { kind: 'busy' };
  }

  /** Who holds the target for an action now, if anybody. */
  async holder(action: ActionName, target: Target): Promise<Intervention | undefined> {
    const guard = await this.documents.get(guardId(action, target));
    const holder = guard && (await this.interventions.get(guard.document.holder));
    return holder && !isOver(holder.document.state) ? holder.document : undefined;
  }

  /** Frees the target; a guard that another intervention took meanwhile stays. */
  async free(intervention: Pick<Intervention, 'id' | 'action' | 'target'>): Promise<void> {
    const id = guardId(intervention.action, intervention.target);
    const guard = await this.documents.get(id);
    if (guard?.document.holder === intervention.id) {
      await this.documents.delete(id, guard.version);
    }
  }

  private async judge(id: string, guard: Versioned<Lease>, claimant: string): Promise<Claim | undefined> {
    if (guard.document.holder === claimant) {
      return { kind: 'mine' };
    }
    const holder = (await this.interventions.get(guard.document.holder))?.document;
    if (holder && settled.has(holder.state)) {
      return { kind: 'held', by: holder };
    }
    // A process that died between two writes leaves a guard behind that protects nothing.
    const stale = holder ? isOver(holder.state) : isFree(guard.document, this.now(), graceMs);
    const taken = stale && (await this.documents.replace(id, this.guard(claimant, guard.document), guard.version));
    return taken ? { kind: 'mine' } : undefined;
  }

  private guard(holder: string, before?: Lease): Lease {
    const until = new Date(this.now().getTime() + graceMs).toISOString();
    return { holder, expires_at: until, fencing: (before?.fencing ?? 0) + 1 };
  }
}

const guardId = (action: ActionName, target: Target): string => `guard:${action}:${target.type}:${target.id}`;
