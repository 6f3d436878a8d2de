import type { ActionName, Policy, PolicyAct, PolicyLimits, Target } from '@spendscope/contracts';
import { type Charge, TokenBuckets } from '../../http/TokenBuckets';
import { limitsOf } from '../../policy/limits';
import type { Acting } from '../interventions/parts';

/** One act as the buckets count it. */
export interface SpentAct {
  act: PolicyAct;
  /** Of what is requested. */
  action?: ActionName;
}

const isDecision = ({ act }: SpentAct): boolean => act === 'approve' || act === 'reject' || act === 'cancel';
const isReveal = ({ act }: SpentAct): boolean => act === 'reveal';

/** Token buckets of acts: by person, Grafana instance, action and target, and stricter ones for deciding and revealing. */
export class ActBudget {
  private readonly buckets: TokenBuckets;

  /** @param usual limits in the place of the defaults, where the policy sets none */
  constructor(
    private readonly policy: () => Policy,
    now: () => Date,
    private readonly usual?: PolicyLimits
  ) {
    this.buckets = new TokenBuckets(() => now().getTime());
  }

  /** Counts acts that one call asks for: all of them or, where they are too many, none. @throws ApiError 429 */
  spend({ caller }: Acting, acts: readonly SpentAct[]): void {
    const limits = limitsOf(this.policy(), this.usual);
    const { sub } = caller.actor;
    const { instance } = caller.channel;
    const actions = [...new Set(acts.flatMap(({ act, action }) => (act === 'request' && action ? [action] : [])))];
    const charges: Charge[] = [
      { key: `person:${sub}`, perMinute: limits.actsPerPersonPerMinute, what: 'acts', cost: acts.length },
      {
        key: `instance:${instance}`,
        perMinute: limits.actsPerInstancePerMinute,
        what: 'acts through this Grafana',
        cost: acts.length,
      },
      ...actions.map((action) => ({
        key: `action:${action}`,
        perMinute: limits.actsPerActionPerMinute,
        what: `requests of ${action}`,
        cost: acts.filter((one) => one.action === action).length,
      })),
      {
        key: `approver:${sub}`,
        perMinute: limits.decisionsPerApproverPerMinute,
        what: 'decisions on requests',
        cost: acts.filter(isDecision).length,
      },
      {
        key: `reveal:${sub}`,
        perMinute: limits.revealsPerPersonPerMinute,
        what: 'reveals',
        cost: acts.filter(isReveal).length,
      },
    ];
    this.buckets.takeAll(charges.filter(({ cost }) => cost !== 0));
  }

  /** Counts a request on a target. @throws ApiError 429 */
  spendOn({ type, id }: Target): void {
    const perMinute = limitsOf(this.policy(), this.usual).actsPerTargetPerMinute;
    this.buckets.take(`target:${type}:${id}`, perMinute, 'acts on this target');
  }
}
