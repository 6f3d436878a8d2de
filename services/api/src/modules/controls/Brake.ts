import { type ActionName, indices } from '@spendscope/contracts';
import type { ElasticClient } from '@spendscope/elastic';
import type { PolicyHolder } from '../../policy/PolicyHolder';
import { limitsOf } from '../../policy/limits';
import { actionRegistry } from '../actions/actionRegistry';
import { Recorder } from '../audit/Recorder';
import { actingAs } from '../interventions/housekeeping';
import type { RecorderParts } from '../interventions/parts';
import type { Controls } from './Controls';

const minute = 60_000;
const countCustomersEveryMs = 10 * minute;
/** From this share of what is allowed on, nothing that the store holds is overlooked; below it that is not worth a refresh. */
const nearShare = 0.1;

/**
 * Blast radius: more acts that hurt within a time than the policy allows, and from then on every act needs a second
 * person, on all servers, until an admin resets it. What this process does counts at once, what others did as soon as it is
 * stored: beyond the limit goes only what other servers carry out in the same moment.
 */
export class Brake {
  private own: number[] = [];
  private customers = { count: 0, at: -Infinity };

  constructor(
    private readonly client: ElasticClient,
    private readonly controls: Controls,
    private readonly policy: PolicyHolder,
    private readonly audit: RecorderParts,
    private readonly tripped: () => void
  ) {}

  /** Whether the act needs approval though the policy allows it; called once for each act that is to be carried out. */
  async holds(action: ActionName): Promise<boolean> {
    if (this.controls.breakerOpen) {
      return true;
    }
    if (!actionRegistry[action].destructive) {
      return false;
    }
    const now = this.audit.now().getTime();
    this.own = [...this.own.filter((at) => Math.abs(now - at) < 60 * minute), now];
    const excess = await this.excess(this.own, now);
    await (excess && this.trip(excess));
    return excess !== undefined;
  }

  /** Whether it would hold the act; counts nothing and trips nothing. */
  async wouldHold(action: ActionName): Promise<boolean> {
    const now = this.audit.now().getTime();
    return (
      this.controls.breakerOpen ||
      (actionRegistry[action].destructive && (await this.excess([...this.own, now], now)) !== undefined)
    );
  }

  /** What is more than the policy allows, if anything. @param own when this process acted, the act in question included */
  private async excess(own: readonly number[], now: number): Promise<string | undefined> {
    const limits = limitsOf(this.policy.current);
    const most10Min = limits.locksPer10Min;
    const mostPerHour = await this.mostPerHour(limits.lockShareOfCustomersPerHour, now);
    const look = (): Promise<[recent: number, hour: number]> =>
      Promise.all([this.within(own, now, 10 * minute), this.within(own, now, 60 * minute)]);
    let [recent, hour] = await look();
    if (recent > most10Min * nearShare || hour > mostPerHour * nearShare) {
      // What other servers did within the last second is stored, and not shown yet.
      await this.client.indices.refresh({ index: indices.interventions.name });
      [recent, hour] = await look();
    }
    if (recent > most10Min) {
      return `${recent} in 10 minutes`;
    }
    return hour > mostPerHour ? `${hour} in an hour` : undefined;
  }

  /**
   * Acts that hurt within the span: those that the store shows, or those of this process where it knows of more. Both ways,
   * as the clock may have been set back: what lies a little ahead was done just now, what lies far ahead was not.
   */
  private async within(own: readonly number[], now: number, spanMs: number): Promise<number> {
    const { name, fields } = indices.interventions;
    const at = (time: number): string => new Date(time).toISOString();
    const destructive = Object.values(actionRegistry).filter((action) => action.destructive);
    const { count } = await this.client.count({
      index: name,
      query: {
        bool: {
          filter: [
            { terms: { [fields.action]: destructive.map((action) => action.name) } },
            { terms: { [fields.state]: ['active', 'executing', 'unknown', 'releasing', 'released', 'expired'] } },
            { range: { [fields.requested_at]: { gt: at(now - spanMs), lt: at(now + spanMs) } } },
          ],
        },
      },
    });
    return Math.max(count + 1, own.filter((time) => Math.abs(now - time) < spanMs).length);
  }

  /** Where no customers are known yet, a share of them says nothing. */
  private async mostPerHour(share: number, now: number): Promise<number> {
    if (now - this.customers.at > countCustomersEveryMs) {
      const { count } = await this.client.count({ index: indices.customers.readAs, ignore_unavailable: true });
      this.customers = { count, at: now };
    }
    return this.customers.count === 0 ? Infinity : Math.max(10, Math.floor(this.customers.count * share));
  }

  private async trip(seen: string): Promise<void> {
    const before = await this.controls.read('breaker');
    if (before?.document.value === 'open') {
      return;
    }
    const reason = `More acts than the policy allows: ${seen}.`;
    const acting = actingAs('breaker');
    const by = acting.caller.actor;
    if (!(await this.controls.change('breaker', before, { value: 'open', reason, by }))) {
      return;
    }
    this.tripped();
    const recorder = await Recorder.open(this.audit, {
      ...acting,
      action: 'breaker.trip',
      policyVersion: this.policy.current.version,
    });
    await recorder.record({ stage: 'Completed', result: seen, state_before: 'closed', state_after: 'open' });
  }
}
