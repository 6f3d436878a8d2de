import { randomUUID } from 'node:crypto';
import {
  type Anomaly,
  type AuditEntry,
  ErasurePlan,
  ErasureReceipt,
  type IndexDefinition,
  OperatorErasurePlan,
  OperatorErasureReceipt,
  RevealResult,
  indices,
  monthlyIndex,
} from '@spendscope/contracts';
import Value from 'typebox/value';
import { retain } from '../modules/privacy/retention';
import { type Scene, account, admin, editor, lockOf, otherAdmin } from './scene';

export const privacySuite = (scene: () => Scene): void => {
  const put = async (index: IndexDefinition, id: string, document: object): Promise<void> => {
    const name = index.layout === 'monthly' ? monthlyIndex(index, new Date()) : index.name;
    await scene().api.owner.index({ index: name, id, document, refresh: true });
  };
  const known = async (token: string, original: string): Promise<void> =>
    put(indices.identities, `customer:${token}`, {
      token,
      kind: 'customer',
      original,
      name: 'Kim Minji',
      full_ips: ['203.0.113.77'],
      first_seen: new Date().toISOString(),
    });
  const transaction = async (token: string): Promise<string> => {
    const transaction_id = `T-${randomUUID()}`;
    const document = { '@timestamp': new Date().toISOString(), transaction_id, user_id: token, amount: 10 };
    await put(indices.transactions, transaction_id, document);
    return transaction_id;
  };
  const countOf = async (index: IndexDefinition, query: object): Promise<number> => {
    const where = { index: index.readAs, ignore_unavailable: true };
    await scene().api.owner.indices.refresh(where);
    return (await scene().api.owner.count({ ...where, query })).count;
  };

  it('reveals an original to an admin with a reason, and records it before it is shown', async () => {
    const { id } = account();
    await known(id, 'customer-4711');
    const body = { token: id, reasonCode: 'customer_request', comment: 'called us, ticket 9' };
    const shown = await scene().api.call(admin, 'POST', '/v1/reveals', { body });
    expect([...Value.Errors(RevealResult, shown.json())]).toEqual([]);
    expect(shown.json()).toMatchObject({ original: 'customer-4711', name: 'Kim Minji', addresses: ['203.0.113.77'] });
    expect((await scene().api.call(editor, 'POST', '/v1/reveals', { body })).json().missing).toBe('pii:reveal');
    const unknown = await scene().api.call(admin, 'POST', '/v1/reveals', { body: { ...body, token: account().id } });
    expect([unknown.statusCode, unknown.json().code]).toEqual([404, 'identity_unknown']);
    expect(await scene().stages(`target=${id}&action=pii.reveal`)).toEqual([
      'Received:received',
      'Decided:allow',
      'Completed:revealed',
    ]);
    const page = await scene().api.call(admin, 'GET', `/v1/audit/records?target=${id}`);
    expect(JSON.stringify(page.json())).not.toContain('customer-4711');
  });

  it('exports a selection as CSV and records how much of it', async () => {
    const { id } = account();
    for (const [score, merchant] of [
      [0.95, '=HYPERLINK("http://evil.test")'],
      [0.6, 'Shop, Seoul'],
    ] as const) {
      const anomaly: Partial<Anomaly> = {
        user_id: id,
        anomalyScore: score,
        timestamp: '2026-11-24T00:00:00Z',
        merchant,
      };
      await put(indices.anomalies, randomUUID(), anomaly);
    }
    const body = { kind: 'anomalies', users: [id], minScore: 0.9, reasonCode: 'policy' };
    const answer = await scene().api.call(editor, 'POST', '/v1/exports', { body });
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'text/csv; charset=utf-8']);
    const lines = answer.body.split('\r\n');
    expect(lines).toHaveLength(3);
    expect(lines[0]).toContain('user_id');
    expect(lines[1]).toContain(`${id},,0.95,`);
    expect(lines[1]).toContain(`"'=HYPERLINK(""http://evil.test"")"`);
    expect(await scene().stages('action=export.anomalies&actor=lee')).toContain('Completed:1 rows');
    expect((await scene().api.call('park:Viewer', 'POST', '/v1/exports', { body })).json().missing).toBe('data:export');
  });

  it('erases a person whole, after a dry run, and the chain verifies afterwards', async () => {
    const target = account();
    const { id } = target;
    const other = account();
    await known(id, 'customer-4712');
    await known(other.id, 'customer-4713');
    const paid = await transaction(id);
    await transaction(other.id);
    await scene().create(admin, {
      ...lockOf(),
      action: 'block_transaction',
      target: { type: 'transaction', id: paid },
      comment: 'Kim paid twice',
    } as never);
    const locked = await scene().create(admin, lockOf(target, { comment: 'Kim called' }));
    const ask = (as: typeof admin, confirm?: string) =>
      scene().api.call(as, 'POST', '/v1/erasures', {
        body: { token: id, ...(confirm ? { confirm } : {}) },
        key: randomUUID(),
      });
    const plan = (await ask(admin)).json() as ErasurePlan;
    expect([...Value.Errors(ErasurePlan, plan)]).toEqual([]);
    expect(plan.counts).toMatchObject({
      [indices.identities.name]: 1,
      [indices.transactions.name]: 1,
      [indices.interventions.name]: 2,
      [indices.states.name]: 2,
    });
    const early = await ask(admin, plan.confirm);
    expect([early.statusCode, early.json().code]).toEqual([409, 'in_force']);
    for (const { intervention, etag } of [
      { intervention: locked.json().intervention, etag: String(locked.headers.etag) },
      await scene().read((await scene().api.call(admin, 'GET', `/v1/interventions?target=${paid}`)).json().items[0].id),
    ]) {
      expect((await scene().release(admin, intervention.id, etag)).statusCode).toBe(200);
    }
    expect((await ask(otherAdmin, plan.confirm)).json().code).toBe('confirmation_invalid');
    expect((await ask(admin, `${plan.confirm}0`)).json().code).toBe('confirmation_invalid');
    const done = await ask(admin, plan.confirm);
    expect(done.statusCode).toBe(200);
    const receipt = done.json() as ErasureReceipt;
    expect([...Value.Errors(ErasureReceipt, receipt)]).toEqual([]);
    expect(receipt).toMatchObject({ token: id, chainOk: true });
    expect(receipt.counts[indices.auditText.name]).toBeGreaterThanOrEqual(4);

    const { auditText, identities, transactions, interventions, states } = indices;
    for (const [index, field] of [
      [identities, identities.fields.token],
      [transactions, transactions.fields.user_id],
      [interventions, interventions.fields.target.id],
      [states, states.fields.target.id],
      [auditText, auditText.fields.target.id],
    ] as const) {
      expect([index.name, await countOf(index, { terms: { [field]: [id, paid] } })]).toEqual([index.name, 0]);
    }
    expect(await countOf(identities, { term: { [identities.fields.token]: other.id } })).toBe(1);
    expect(await countOf(transactions, { term: { [transactions.fields.user_id]: other.id } })).toBe(1);
    // What was done stays on record, without a name or a word.
    const page = await scene().api.call(admin, 'GET', `/v1/audit/records?target=${id}&size=100`);
    expect(page.json().items.length).toBeGreaterThan(8);
    expect(JSON.stringify(page.json().items)).not.toMatch(new RegExp(`${id}|Kim called`));
    expect((await scene().api.call(admin, 'GET', '/v1/audit/verify')).json().ok).toBe(true);
  });

  it('keeps where somebody called from beside the chain, and erases it for a customer and for who acted', async () => {
    const { api } = scene();
    const { owner } = api;
    const operator = 'moon:Admin';
    const program = `browser-${randomUUID()}`;
    const call = (target: object, comment: string) =>
      api.call(operator, 'POST', '/v1/interventions', {
        body: { ...lockOf(account(), { comment }), target },
        key: randomUUID(),
        headers: { 'user-agent': program },
      });
    const [customer, other] = [account(), account()];
    for (const [target, comment] of [
      [customer, 'first'],
      [other, 'second'],
    ] as const) {
      const { intervention } = (await call(target, comment)).json();
      await scene().release(operator, intervention.id, (await scene().read(intervention.id)).etag);
    }
    const entries = async (target: string): Promise<AuditEntry[]> =>
      (
        await api.call(admin, 'GET', `/v1/audit/records?target=${target}&size=100&actor=moon&action=lock_account`)
      ).json().items;
    const here = { ip: '127.0.0.1', userAgent: program };
    expect((await entries(customer.id)).map(({ origin }) => origin)).toEqual(Array(4).fill(here));
    const chain = async (): Promise<string> => {
      const { name: index } = indices.audit;
      await owner.indices.refresh({ index });
      return JSON.stringify((await owner.search({ index, size: 10_000 })).hits.hits.map((hit) => hit._source));
    };
    expect(await chain()).toContain('"login":"moon"');
    expect(await chain()).not.toMatch(new RegExp(`127[.]0[.]0[.]1|${program}|moon@`));
    const texts = async (): Promise<string> => {
      const { name: index } = indices.auditText;
      await owner.indices.refresh({ index });
      return JSON.stringify((await owner.search({ index, size: 10_000 })).hits.hits.map((hit) => hit._source));
    };
    expect(await texts()).toContain(program);

    const erase = (url: string, body: object) => api.call(admin, 'POST', url, { body, key: randomUUID() });
    const person = { token: customer.id };
    const { confirm } = (await erase('/v1/erasures', person)).json() as ErasurePlan;
    expect((await erase('/v1/erasures', { ...person, confirm })).json()).toMatchObject({ chainOk: true });
    expect((await entries(customer.id)).map(({ origin }) => origin)).toEqual(Array(4).fill(undefined));
    expect((await entries(other.id)).map(({ origin }) => origin)).toEqual(Array(4).fill(here));

    const login = { login: 'moon' };
    const plan = (await erase('/v1/erasures/operators', login)).json() as OperatorErasurePlan;
    expect([...Value.Errors(OperatorErasurePlan, plan)]).toEqual([]);
    expect(plan.texts).toBeGreaterThan(1);
    for (const forged of [confirm, `${plan.confirm}0`]) {
      const refused = await erase('/v1/erasures/operators', { ...login, confirm: forged });
      expect(refused.json().code).toBe('confirmation_invalid');
    }
    expect(await texts()).toContain(program);
    const receipt = (await erase('/v1/erasures/operators', { ...login, confirm: plan.confirm })).json();
    expect([...Value.Errors(OperatorErasureReceipt, receipt)]).toEqual([]);
    expect(receipt).toMatchObject({ ...login, texts: plan.texts, chainOk: true });
    expect(await texts()).not.toMatch(new RegExp(`${program}|moon@|"moon"`));
    // What was written about the customer is the customer's.
    expect(await entries(other.id)).toEqual(
      Array.from({ length: 4 }, () => expect.objectContaining({ comment: 'second', target: other.id }))
    );
    expect((await entries(other.id)).map(({ origin }) => origin)).toEqual(Array(4).fill(undefined));
    expect((await api.call(editor, 'POST', '/v1/erasures/operators', { body: login })).json().missing).toBe(
      'privacy:erase'
    );
    expect((await api.call(admin, 'GET', '/v1/audit/verify')).json().ok).toBe(true);
  });

  it('keeps what it owns only as long as the policy says', async () => {
    const { client, now } = scene().api.services;
    const { id } = account();
    const label = (days: number) => ({
      anomaly_id: `A-${days}`,
      user_id: id,
      label: 'unsure',
      by: { sub: 'u', login: 'u', type: 'user', role: 'Admin' },
      at: new Date(now().getTime() - days * 86_400_000).toISOString(),
    });
    await put(indices.labels, randomUUID(), label(31));
    await put(indices.labels, randomUUID(), label(29));
    const mine = { term: { [indices.labels.fields.user_id]: id } };
    expect(await retain(client, {}, now())).toEqual({});
    expect(await countOf(indices.labels, mine)).toBe(2);
    const deleted = await retain(client, { labels: 30 }, now());
    expect(Object.keys(deleted)).toEqual([indices.labels.name]);
    expect(await countOf(indices.labels, mine)).toBe(1);
  });
};
