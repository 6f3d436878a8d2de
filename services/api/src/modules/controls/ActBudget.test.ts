import type { Policy, PolicyLimits } from '@spendscope/contracts';
import type { ApiError } from '../../http/apiError';
import { ownTrace } from '../../http/trace';
import type { Acting } from '../interventions/parts';
import { ActBudget, type SpentAct } from './ActBudget';

const request = (action: SpentAct['action'] = 'lock_account'): SpentAct => ({ act: 'request', action });
const actor = (login: string, instance = 'grafana-1'): Acting => ({
  caller: {
    actor: { sub: `user:${login}`, login, type: 'user', role: 'Admin' },
    rights: [],
    channel: { instance, origin: { ip: '10.0.0.1', userAgent: 'test' } },
  },
  requestId: 'r-1',
  trace: ownTrace('r-1'),
});

/** Statuses of calls: 200 where the acts were counted. */
function budgetOf(limits: PolicyLimits): {
  spend: (as: Acting, ...acts: SpentAct[]) => number;
  on: (id: string) => number;
  later: (ms: number) => void;
} {
  let now = 0;
  const policy: Policy = { version: '1', rules: [], limits };
  const budget = new ActBudget(
    () => policy,
    () => new Date(now)
  );
  const statusOf = (work: () => void): number => {
    try {
      work();
      return 200;
    } catch (error) {
      return (error as ApiError).status;
    }
  };
  return {
    spend: (as, ...acts) => statusOf(() => budget.spend(as, acts)),
    on: (id) => statusOf(() => budget.spendOn({ type: 'account', id })),
    later: (ms) => {
      now += ms;
    },
  };
}

describe('the budget of acts', () => {
  it('costs a batch as many acts as it has items, and what is refused costs nothing', () => {
    const { spend } = budgetOf({ actsPerPersonPerMinute: 5 });
    const three = [request(), request(), request()];
    expect(spend(actor('kim'), ...three)).toBe(200);
    expect(spend(actor('kim'), ...three)).toBe(429);
    expect(spend(actor('kim'), request(), request())).toBe(200);
    expect(spend(actor('kim'), request())).toBe(429);
    expect(spend(actor('lee'), request())).toBe(200);
  });

  it('counts an action over all people, and a Grafana over all its people', () => {
    const byAction = budgetOf({ actsPerActionPerMinute: 1 });
    expect(byAction.spend(actor('kim'), request())).toBe(200);
    expect(byAction.spend(actor('lee'), request())).toBe(429);
    expect(byAction.spend(actor('lee'), request('require_extra_auth'))).toBe(200);
    const byInstance = budgetOf({ actsPerInstancePerMinute: 1 });
    expect(byInstance.spend(actor('kim'), { act: 'label' })).toBe(200);
    expect(byInstance.spend(actor('lee'), { act: 'release' })).toBe(429);
    expect(byInstance.spend(actor('lee', 'grafana-2'), { act: 'release' })).toBe(200);
  });

  it('is stricter with decisions and with reveals than with acts', () => {
    const { spend } = budgetOf({ decisionsPerApproverPerMinute: 1, revealsPerPersonPerMinute: 1 });
    expect(spend(actor('kim'), { act: 'approve' })).toBe(200);
    expect(spend(actor('kim'), { act: 'reject' })).toBe(429);
    expect(spend(actor('kim'), { act: 'reveal' })).toBe(200);
    expect(spend(actor('kim'), { act: 'reveal' })).toBe(429);
    expect(spend(actor('kim'), { act: 'release' })).toBe(200);
  });

  it('lets two a minute act on one target twice, then once each 30 seconds', () => {
    const { on, later } = budgetOf({ actsPerTargetPerMinute: 2 });
    expect([on('C-1'), on('C-1'), on('C-1'), on('C-2')]).toEqual([200, 200, 429, 200]);
    later(29_000);
    expect(on('C-1')).toBe(429);
    later(1_000);
    expect([on('C-1'), on('C-1')]).toEqual([200, 429]);
  });

  it('takes the defaults where the policy says nothing', () => {
    const { spend } = budgetOf({});
    const acts = Array.from({ length: 240 }, () => request());
    expect(spend(actor('kim'), ...acts)).toBe(200);
    expect(spend(actor('kim'), request())).toBe(429);
  });
});
