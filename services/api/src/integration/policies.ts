import { randomUUID } from 'node:crypto';
import type { Policy, PolicyAct } from '@spendscope/contracts';
import { type Scene, account, admin, editor, lockOf, otherAdmin } from './scene';

export const policySuite = (scene: () => Scene): void => {
  /** Runs while this policy is in force. */
  async function under(policy: Policy, work: () => Promise<void>): Promise<void> {
    const current = jest.spyOn(scene().api.services.policy, 'current', 'get').mockReturnValue(policy);
    try {
      await work();
    } finally {
      current.mockRestore();
    }
  }
  /** Lets admins do everything but this act. */
  const allBut = (act: PolicyAct): Policy => {
    const { policy } = scene().api.services.policy.state;
    const acts = policy.rules[0]!.acts!.filter((one) => one !== act);
    return { ...policy, version: `all-but-${act}`, rules: [{ roles: ['Admin'], acts, effect: 'allow' }] };
  };
  const post = (as: typeof admin, url: string, body: object, etag?: string) =>
    scene().api.call(as, 'POST', url, { body, key: randomUUID(), headers: etag ? { 'if-match': etag } : {} });
  const waiting = async () => {
    const answer = await scene().create(editor, lockOf(account(), { durationSec: 3_600 }));
    return { ...answer.json().intervention, etag: String(answer.headers.etag) };
  };

  const label = { anomalyId: 'A-policy', user: account().id, label: 'unsure' };
  const suppression = { target: account(), reasonCode: 'policy', days: 1 };
  const acts: [PolicyAct, string, () => Promise<[url: string, body: object, etag?: string]>][] = [
    [
      'release',
      'release',
      async () => {
        const { intervention, etag } = await scene().locked();
        return [`/v1/releases/${intervention.id}`, { reasonCode: 'policy' }, etag];
      },
    ],
    [
      'extend',
      'extend',
      async () => {
        const { intervention, etag } = await scene().locked();
        return [`/v1/extensions/${intervention.id}`, { reasonCode: 'policy', durationSec: 60 }, etag];
      },
    ],
    [
      'approve',
      'approve',
      async () => {
        const { id, payload_hash: payloadHash, etag } = await waiting();
        return [`/v1/approvals/${id}`, { decision: 'approve', payloadHash }, etag];
      },
    ],
    [
      'reject',
      'reject',
      async () => {
        const { id, payload_hash: payloadHash, etag } = await waiting();
        return [`/v1/approvals/${id}`, { decision: 'reject', payloadHash }, etag];
      },
    ],
    ['label', 'label', async () => ['/v1/labels', label]],
    ['suppress', 'suppress', async () => ['/v1/suppressions', suppression]],
    ['export', 'export.customers', async () => ['/v1/exports', { kind: 'customers', reasonCode: 'policy' }]],
    [
      'reveal',
      'pii.reveal',
      async () => ['/v1/reveals', { token: account().id, reasonCode: 'policy', comment: 'to see it refused' }],
    ],
    ['erase', 'privacy.erase', async () => ['/v1/erasures', { token: account().id }]],
    ['switch_mode', 'mode.switch', async () => ['/v1/admin/mode', { mode: 'observe', reason: 'to see it refused' }]],
    ['reset_brake', 'breaker.reset', async () => ['/v1/admin/breaker', { reason: 'to see it refused' }]],
  ];

  it.each(acts)(
    'denies %s where no rule allows it, names what is missing and records it',
    async (act, action, call) => {
      const [url, body, etag] = await call();
      const denials = async (): Promise<number> =>
        (await scene().stages(`action=${action}&stage=Denied&actor=choi`)).filter(
          (one) => one === 'Denied:policy_denied'
        ).length;
      const before = await denials();
      await under(allBut(act), async () => {
        const denied = await post(otherAdmin, url, body, etag);
        const missing = act === 'extend' ? 'policy:lock_account' : `policy:${act}`;
        expect([denied.statusCode, denied.json().code, denied.json().missing]).toEqual([403, 'policy_denied', missing]);
      });
      expect(await denials()).toBe(before + 1);
      // The same call is refused for nothing but the policy.
      if (act !== 'switch_mode') {
        expect((await post(otherAdmin, url, body, etag)).body).not.toContain('policy_denied');
      }
    }
  );

  it('lets a request be taken back only by whom a rule allows to', async () => {
    const { id, etag } = await waiting();
    const { rules } = scene().api.services.policy.current;
    await under({ version: 'no-cancel', format: 2, rules: rules.slice(0, 2) }, async () => {
      const denied = await post(editor, `/v1/cancellations/${id}`, {}, etag);
      expect([denied.statusCode, denied.json().missing]).toEqual([403, 'policy:cancel']);
    });
    expect((await post(editor, `/v1/cancellations/${id}`, {}, etag)).statusCode).toBe(200);
  });

  it('approves no longer than the rule of the approver says', async () => {
    const { id, payload_hash: payloadHash, etag } = await waiting();
    const rule = { roles: ['Admin' as const], acts: ['approve' as const], effect: 'allow' as const };
    await under({ version: 'short', format: 2, rules: [{ ...rule, maxDurationSec: 3_599 }] }, async () => {
      const denied = await post(admin, `/v1/approvals/${id}`, { decision: 'approve', payloadHash }, etag);
      expect([denied.statusCode, denied.json().missing]).toEqual([403, 'policy:approve']);
    });
    await under({ version: 'long', format: 2, rules: [{ ...rule, maxDurationSec: 3_600 }] }, async () => {
      const approved = await post(admin, `/v1/approvals/${id}`, { decision: 'approve', payloadHash }, etag);
      expect(approved.json().intervention.state).toBe('active');
    });
  });

  it('leaves the other acts to the right where a file has the form of before', async () => {
    const { intervention, etag } = await scene().locked();
    await under({ version: 'old', rules: [] }, async () => {
      expect((await scene().create(admin, lockOf())).json().missing).toBe('policy:lock_account');
      expect((await scene().release(admin, intervention.id, etag)).statusCode).toBe(200);
    });
  });

  it('costs a batch as many acts as it has items, and does none of it where they are too many', async () => {
    const { policy } = scene().api.services.policy.state;
    await under({ ...policy, limits: { actsPerPersonPerMinute: 5 } }, async () => {
      const batch = (items: number) => {
        const body = { items: Array.from({ length: items }, () => lockOf(account(), { durationSec: 60 })) };
        return { body, sent: post('busy:Admin', '/v1/interventions/batch', body) };
      };
      const first = await batch(3).sent;
      expect(first.json().items.map(({ status }: { status: number }) => status)).toEqual([201, 201, 201]);
      const { body, sent } = batch(3);
      const second = await sent;
      expect([second.statusCode, second.json().code]).toEqual([429, 'rate_limited']);
      expect(Number(second.headers['retry-after'])).toBeGreaterThan(0);
      expect([second.headers['ratelimit-limit'], second.headers['ratelimit-remaining']]).toEqual(['5', '2']);
      expect(await scene().inForce(body.items[0]!.target)).toEqual([]);
      expect((await scene().create('busy:Admin', lockOf())).statusCode).toBe(201);
    });
  });
};
