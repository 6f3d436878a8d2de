import { randomUUID } from 'node:crypto';
import type { LightMyRequestResponse } from 'fastify';
import { defaultBudget } from '../http/rateLimits';
import { type Scene, account, admin, editor, lockOf, viewer } from './scene';

export const securitySuite = (scene: () => Scene): void => {
  it('lets nobody in without both proofs, and names nothing else', async () => {
    const { app, grafana } = scene().api;
    const good = await grafana.headers('kim', 'Admin');
    const forged = (await grafana.headers('kim', 'Admin', { forged: true }))['x-grafana-id'];
    const cases: Record<string, string | undefined>[] = [
      {},
      { authorization: good.authorization },
      { 'x-grafana-id': good['x-grafana-id'] },
      { ...good, authorization: `Bearer ${randomUUID()}` },
      { ...good, 'x-grafana-id': forged },
      // Unsigned headers of Grafana decide nothing.
      { authorization: good.authorization, 'x-grafana-user': 'admin', 'x-grafana-context': 'e30=' },
    ];
    for (const headers of cases) {
      const payload = lockOf();
      const answer = await app.inject({
        method: 'POST',
        url: '/v1/interventions',
        headers: { ...headers, 'idempotency-key': 'k' },
        payload,
      });
      expect(answer.statusCode).toBe(401);
      expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
      expect(await scene().inForce(payload.target)).toEqual([]);
    }
    // Refused by the identity alone: recorded. Without the channel's token: nobody we know, only counted.
    expect(await scene().stages('actor=unknown')).toEqual(Array(3).fill('Denied:identity_required'));
  });

  it.each([
    ['has expired', { expiresIn: -31 }],
    ['is for another organisation', { claims: { aud: 'org:2' } }],
    ['is for another application', { claims: { aud: 'another-app' } }],
    ['is of another Grafana', { claims: { iss: 'http://another.test/' } }],
    ['is a service account’s', { claims: { type: 'service-account' } }],
    ['names another key', { header: { kid: 'key-2' } }],
  ])('refuses an identity that %s, though Grafana signed it, and records that', async (_name, change) => {
    const { app, grafana } = scene().api;
    const denials = async (): Promise<number> => (await scene().stages('actor=unknown&stage=Denied')).length;
    const before = await denials();
    const lock = async (kim: object): Promise<LightMyRequestResponse> => {
      const headers = { ...(await grafana.headers('kim', 'Admin', kim)), 'idempotency-key': randomUUID() };
      return app.inject({ method: 'POST', url: '/v1/interventions', headers, payload: lockOf(target) });
    };
    const target = account();
    const answer = await lock(change);
    expect([answer.statusCode, answer.json().code]).toEqual([401, 'identity_required']);
    expect(await scene().inForce(target)).toEqual([]);
    expect(await denials()).toBe(before + 1);
    // The same but for the change is taken.
    expect((await lock({})).statusCode).toBe(201);
  });

  it('refuses what the role may not, by the name of the right, and records it', async () => {
    const refusals = async (): Promise<number> =>
      (await scene().stages('actor=park')).filter((stage) => stage === 'Denied:right_missing').length;
    const before = await refusals();
    const { intervention, etag } = await scene().locked();
    const create = await scene().create(viewer, lockOf());
    expect([create.statusCode, create.json().missing]).toEqual([403, 'interventions:create']);
    const release = await scene().release(editor, intervention.id, etag);
    expect([release.statusCode, release.json().missing]).toEqual([403, 'interventions:release']);
    const audit = await scene().api.call(viewer, 'GET', '/v1/audit/records');
    expect([audit.statusCode, audit.json().missing]).toEqual([403, 'audit:read']);
    expect(await refusals()).toBe(before + 2);
    expect(await scene().stages('actor=lee&stage=Denied&action=POST%20/v1/releases/:id')).toContain(
      'Denied:right_missing'
    );
    expect(await scene().inForce(intervention.target)).toEqual(['lock_account']);
  });

  it.each([
    ['an unknown field', { colour: 'red' }, 'must not have additional properties: colour'],
    ['an oversize comment', { comment: 'x'.repeat(1_001) }, 'comment'],
    ['an action that is none', { action: 'delete_account' }, 'action'],
    ['a path as an id', { target: { type: 'account', id: '../../etc' } }, 'target/id'],
    ['a query as an id', { target: { type: 'account', id: { $gt: '' } } }, 'target/id'],
    ['a time below a minute', { durationSec: 1 }, 'durationSec'],
  ])('refuses %s, naming it', async (_name, change, named) => {
    const answer = await scene().create(admin, { ...lockOf(), ...change });
    expect([answer.statusCode, answer.json().code]).toEqual([400, 'invalid']);
    expect(JSON.stringify(answer.json().errors)).toContain(named);
  });

  it('refuses bodies that are too large, no JSON, or not called JSON', async () => {
    const large = await scene().create(admin, { ...lockOf(), comment: 'x'.repeat(70_000) });
    expect([large.statusCode, large.json().code]).toEqual([413, 'body_too_large']);
    const { app, grafana } = scene().api;
    const headers = { ...(await grafana.headers('kim', 'Admin')), 'idempotency-key': randomUUID() };
    const send = (type: string, payload: string) =>
      app.inject({ method: 'POST', url: '/v1/interventions', headers: { ...headers, 'content-type': type }, payload });
    expect((await send('application/json', '{"action":')).statusCode).toBe(400);
    expect((await send('application/json', '{"__proto__":{"x":1}}')).statusCode).toBe(400);
    expect((await send('text/plain', JSON.stringify(lockOf()))).statusCode).toBe(415);
    expect((await send('application/x-www-form-urlencoded', 'action=lock_account')).statusCode).toBe(415);
  });

  it('stores any text as it came, and lets none of it out of its field', async () => {
    const comment = '\u202eevil\u0000 \r\n{"level":50,"msg":"forged"} <script>alert(1)</script> 한국어 👩‍👩‍👧';
    const target = account();
    expect((await scene().create(admin, lockOf(target, { comment }))).statusCode).toBe(201);
    const page = await scene().api.call(admin, 'GET', `/v1/audit/records?target=${target.id}&size=1`);
    expect(page.json().items[0].comment).toBe(comment);
  });

  it('records refusals that leave no record of their own, summed up by caller', async () => {
    const { services, app } = scene().api;
    await services.refusals.flush();
    const login = `nosy-${randomUUID().slice(0, 8)}`;
    for (let call = 0; call < 5; call++) {
      await scene().release(`${login}:Admin`, `iv-none-${call}`, '"1-1"');
    }
    await scene().create(`${login}:Admin`, lockOf(account(), { durationSec: 15_552_000, permanent: true }));
    await app.inject({ method: 'POST', url: '/v1/releases/iv-1', headers: { authorization: 'Bearer guessed' } });
    await services.refusals.flush();
    expect(await scene().stages(`actor=${login}`)).toEqual([
      'Denied:6 calls: intervention_unknown 5, duration_ambiguous 1',
    ]);
    expect(await scene().stages('actor=unknown&action=refused.calls')).toContain('Denied:1 calls: channel_required 1');
  });

  it('answers browsers of other origins nothing that lets them read', async () => {
    const { app } = scene().api;
    const preflight = await app.inject({
      method: 'OPTIONS',
      url: '/v1/interventions',
      headers: { origin: 'https://evil.test', 'access-control-request-method': 'POST' },
    });
    expect(preflight.statusCode).toBe(404);
    const allowing = Object.keys(preflight.headers).filter((name) => name.startsWith('access-control'));
    expect(allowing).toEqual([]);
  });

  it('slows down who asks too much, and says when to come back', async () => {
    const api = await scene().api.replica({ requestBudget: defaultBudget });
    const eager = 'eager:Admin';
    const answers = [];
    for (let call = 0; call < 250; call++) {
      answers.push(await api.call(eager, 'POST', '/v1/interventions', { body: lockOf() }));
    }
    const last = answers.at(-1)!;
    expect([last.statusCode, last.json().code]).toEqual([429, 'rate_limited']);
    expect(Number(last.headers['retry-after'])).toBeGreaterThan(0);
    expect(last.headers['ratelimit-limit']).toBe('240');
    // The budget is a person's own.
    const calm = await api.call('calm:Admin', 'POST', '/v1/interventions', { body: lockOf(), key: randomUUID() });
    expect(calm.statusCode).toBe(201);
    await api.stop();
  });
};
