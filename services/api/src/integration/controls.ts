import { randomUUID } from 'node:crypto';
import { type Scene, account, admin, editor, lockOf, otherAdmin, viewer } from './scene';

export const controlSuite = (scene: () => Scene): void => {
  const post = (as: typeof admin, url: string, body: object) =>
    scene().api.call(as, 'POST', url, { body, key: randomUUID() });
  const mode = (as: typeof admin, to: string, confirms?: string) =>
    post(as, '/v1/admin/mode', { mode: to, reason: 'an exercise', ...(confirms ? { confirms } : {}) });
  const switchTo = async (to: string): Promise<void> => {
    const { modeSwitch } = (await mode(admin, to)).json();
    expect((await mode(otherAdmin, to, modeSwitch.proposal.id)).statusCode).toBe(200);
  };

  it('changes the mode by two people, not by one, and both words are recorded', async () => {
    const proposed = await mode(admin, 'readonly');
    expect([proposed.statusCode, proposed.json().mode]).toEqual([202, 'enforce']);
    const { id } = proposed.json().modeSwitch.proposal;
    const own = await mode(admin, 'readonly', id);
    expect([own.statusCode, own.json().code]).toEqual([403, 'self_approval']);
    const another = await mode(otherAdmin, 'observe', id);
    expect([another.statusCode, another.json().code]).toEqual([409, 'proposal_unknown']);
    expect(await scene().stages('action=mode.switch&actor=kim')).toEqual([
      'Received:readonly',
      'Completed:proposed',
      'Received:readonly',
      'Denied:self_approval',
    ]);
    expect(await scene().stages('action=mode.switch&actor=choi&stage=Denied')).toContain('Denied:proposal_unknown');
    expect((await mode(editor, 'readonly', id)).json().missing).toBe('interventions:approve');
    expect((await mode(otherAdmin, 'readonly', id)).json()).toMatchObject({ mode: 'readonly', configured: 'enforce' });
    try {
      const refused = await scene().create(admin, lockOf());
      expect([refused.statusCode, refused.json().code]).toEqual([403, 'readonly']);
      expect(
        (await scene().api.call(viewer, 'POST', '/v1/states/query', { body: { targets: [account()] } })).statusCode
      ).toBe(200);
      expect(await scene().stages('actor=kim&action=POST%20/v1/interventions')).toContain('Denied:readonly');
    } finally {
      await switchTo('enforce');
    }
    expect((await scene().create(admin, lockOf())).statusCode).toBe(201);
    expect(await scene().stages('action=mode.switch&actor=choi&stage=Completed')).toContain('Completed:readonly');
  });

  it('records and does nothing in mode observe, on every server', async () => {
    const replica = await scene().api.replica();
    await switchTo('observe');
    try {
      await replica.services.controls.refresh();
      const body = lockOf();
      const answer = await replica.call(admin, 'POST', '/v1/interventions', { body, key: randomUUID() });
      expect([answer.statusCode, answer.json().intervention.mode]).toEqual([201, 'observe']);
      expect(await scene().inForce(body.target)).toEqual([]);
    } finally {
      await switchTo('enforce');
      await replica.stop();
    }
  });

  it('does nothing in earnest for a request of mode enforce that is approved in mode observe', async () => {
    const asked = await scene().create(editor, lockOf(account(), { durationSec: 3_600 }));
    const { id, target, payload_hash: payloadHash } = asked.json().intervention;
    await switchTo('observe');
    try {
      const approved = await scene().api.call(admin, 'POST', `/v1/approvals/${id}`, {
        body: { decision: 'approve', payloadHash },
        key: randomUUID(),
        headers: { 'if-match': String(asked.headers.etag) },
      });
      expect([approved.statusCode, approved.json().intervention.mode]).toEqual([200, 'observe']);
      expect(await scene().inForce(target)).toEqual([]);
      expect(await scene().stages(`intervention=${id}&action=approve`)).toContain('Executed:observe');
    } finally {
      await switchTo('enforce');
    }
  });

  it('never loosens what the configuration holds back', async () => {
    const strict = await scene().api.replica({ mode: 'readonly' });
    await switchTo('enforce');
    await strict.services.controls.refresh();
    expect(strict.services.controls.mode).toBe('readonly');
    await strict.stop();
  });

  it('brakes when more hurts than the policy allows, for everybody, until an admin resets it', async () => {
    const { services } = scene().api;
    const policy = jest.spyOn(services.policy, 'current', 'get').mockReturnValue({
      ...services.policy.current,
      limits: { locksPer10Min: 3 },
    });
    // What other tests did counts too: begin where nothing is recent.
    scene().api.advance(3_600_000 * 2);
    try {
      const [answers, foretold] = [[] as number[], [] as boolean[]];
      for (let count = 0; count < 5; count++) {
        const body = lockOf();
        // Asked twice: a dry run does not count towards the brake itself.
        for (let asked = 0; asked < 2; asked++) {
          const plan = await scene().api.call(admin, 'POST', '/v1/interventions?dryRun=true', { body });
          foretold.push(plan.json().needsApproval);
        }
        answers.push((await scene().create(admin, body)).statusCode);
      }
      expect(answers).toEqual([201, 201, 201, 202, 202]);
      expect(foretold).toEqual(answers.flatMap((status) => [status === 202, status === 202]));
      const mild = await scene().create(admin, lockOf(account(), { action: 'require_extra_auth', durationSec: 60 }));
      expect(mild.statusCode).toBe(202);
      const state = (await scene().api.call(viewer, 'GET', '/v1/controls')).json();
      expect(state).toMatchObject({ breaker: 'open', breakerSwitch: { changed_by: { login: 'system:breaker' } } });
      expect((await scene().api.app.inject({ url: '/metrics' })).body).toMatch(/spendscope_breaker_open 1/);
    } finally {
      policy.mockRestore();
    }
    const reset = await post(admin, '/v1/admin/breaker', { reason: 'a wave of card testing, seen and known' });
    expect([reset.statusCode, reset.json().breaker]).toEqual([200, 'closed']);
    expect((await post(admin, '/v1/admin/breaker', { reason: 'again' })).json().code).toBe('breaker_closed');
    expect((await scene().create(admin, lockOf())).statusCode).toBe(201);
    expect(await scene().stages('action=breaker.trip')).toHaveLength(1);
  });

  it('brakes over all servers together, however the acts are spread over them within a moment', async () => {
    const { api } = scene();
    const most = 6;
    const before = await scene().stages('action=breaker.trip');
    const replica = await api.replica();
    const limits = { locksPer10Min: most };
    const policies = [api, replica].map(({ services: { policy } }) =>
      jest.spyOn(policy, 'current', 'get').mockReturnValue({ ...policy.current, limits })
    );
    api.advance(3_600_000 * 2);
    try {
      const answers: number[] = [];
      for (let count = 0; count < 2 * most; count++) {
        const server = count % 2 === 0 ? api : replica;
        const answer = await server.call(admin, 'POST', '/v1/interventions', { body: lockOf(), key: randomUUID() });
        answers.push(answer.statusCode);
      }
      // Neither server alone did more than is allowed, and none waited until the other's acts were shown.
      expect(answers).toEqual([...Array<number>(most).fill(201), ...Array<number>(most).fill(202)]);
      expect(await scene().stages('action=breaker.trip')).toHaveLength(before.length + 1);
    } finally {
      policies.forEach((policy) => policy.mockRestore());
      await replica.stop();
      expect((await post(admin, '/v1/admin/breaker', { reason: 'an exercise' })).statusCode).toBe(200);
    }
  });

  it('counts what was done a moment before the clock was set back, and not what lies hours ahead after it', async () => {
    const { services, advance, call } = scene().api;
    const limits = { locksPer10Min: 2 };
    const policy = jest
      .spyOn(services.policy, 'current', 'get')
      .mockReturnValue({ ...services.policy.current, limits });
    const held = async (): Promise<boolean> =>
      (await call(admin, 'POST', '/v1/interventions?dryRun=true', { body: lockOf() })).json().needsApproval;
    const minute = 60_000;
    // Far from what other tests did, now and after the clock was set back.
    advance(600 * minute);
    try {
      for (let count = 0; count < limits.locksPer10Min; count++) {
        expect((await scene().create(admin, lockOf())).statusCode).toBe(201);
      }
      expect(await held()).toBe(true);
      advance(-5 * minute);
      expect(await held()).toBe(true);
      advance(-180 * minute);
      expect(await held()).toBe(false);
    } finally {
      policy.mockRestore();
      advance(185 * minute);
    }
  });

  it('counts a person’s acts on each server by itself, as the runbook says', async () => {
    const { api } = scene();
    const limits = { actsPerPersonPerMinute: 1 };
    const person = 'seo:Admin';
    const replica = await api.replica();
    const policies = [api, replica].map(({ services: { policy } }) =>
      jest.spyOn(policy, 'current', 'get').mockReturnValue({ ...policy.current, limits })
    );
    try {
      const statuses: number[] = [];
      for (const server of [api, api, replica, replica]) {
        const answer = await server.call(person, 'POST', '/v1/interventions', { body: lockOf(), key: randomUUID() });
        statuses.push(answer.statusCode);
      }
      expect(statuses).toEqual([201, 429, 201, 429]);
    } finally {
      policies.forEach((policy) => policy.mockRestore());
      await replica.stop();
    }
  });

  it('slows down acts on one target, and says when to come back', async () => {
    const { services } = scene().api;
    const policy = jest.spyOn(services.policy, 'current', 'get').mockReturnValue({
      ...services.policy.current,
      limits: { actsPerTargetPerMinute: 1 },
    });
    try {
      const target = account();
      expect((await scene().create(admin, lockOf(target))).statusCode).toBe(201);
      const again = await scene().create(admin, lockOf(target));
      expect([again.statusCode, again.json().code]).toEqual([429, 'rate_limited']);
      expect(Number(again.headers['retry-after'])).toBeGreaterThan(0);
      expect(again.headers['ratelimit-limit']).toBe('1');
      expect((await scene().create(admin, lockOf())).statusCode).toBe(201);
    } finally {
      policy.mockRestore();
    }
  });
};
