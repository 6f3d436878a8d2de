import { randomUUID } from 'node:crypto';
import { ActionList, type Anomaly, AnomalyPage, CustomerProfile, HealthReport, indices } from '@spendscope/contracts';
import Value from 'typebox/value';
import { type Scene, account, admin, editor, viewer } from './scene';

const anomalyOf = (user_id: string, anomalyScore: number, minute: number): Anomaly => ({
  user_id,
  anomalyScore,
  timestamp: `2026-01-01T00:0${minute}:00.000Z`,
  scored_at: '2026-01-01T01:00:00.000Z',
  features: [1, 2],
  prediction: anomalyScore >= 0.8 ? 1 : 0,
  entity_type: 'transaction',
  transaction_id: `T-${minute}`,
  run_id: 'run-of-the-api-tests',
  model: 'isolation_forest',
  model_version: '1',
  rawScore: anomalyScore,
  scores: { isolation_forest: anomalyScore },
  reasons: ['amount_above_usual'],
  reason_details: [],
  country: minute % 2 ? 'KR' : 'JP',
});

export const readingSuite = (scene: () => Scene): void => {
  const user = account().id;
  const scores = [0.55, 0.95, 0.7, 0.85, 0.6];

  beforeAll(async () => {
    const { owner } = scene().api;
    const { name } = indices.anomalies;
    const operations = scores.flatMap((score, minute) => [
      { create: { _index: name, _id: `${user}-${minute}` } },
      anomalyOf(user, score, minute),
    ]);
    await owner.bulk({ operations, refresh: true });
  });
  afterAll(async () => {
    const operations = scores.map((_, minute) => ({
      delete: { _index: indices.anomalies.name, _id: `${user}-${minute}` },
    }));
    await scene().api.owner.bulk({ operations, refresh: true });
  });

  const anomalies = async (query: string): Promise<AnomalyPage> => {
    const answer = await scene().api.call(viewer, 'GET', `/v1/anomalies?user=${user}&${query}`);
    expect([...Value.Errors(AnomalyPage, answer.json())]).toEqual([]);
    return answer.json() as AnomalyPage;
  };
  const scoresOf = (page: AnomalyPage): number[] => page.items.map(({ anomaly }) => anomaly.anomalyScore);

  it('filters anomalies and tells how many there are', async () => {
    expect(scoresOf(await anomalies(''))).toEqual([0.6, 0.85, 0.7, 0.95, 0.55]);
    expect(scoresOf(await anomalies('sort=score'))).toEqual([0.95, 0.85, 0.7, 0.6, 0.55]);
    expect(scoresOf(await anomalies('minScore=0.8&country=KR'))).toEqual([0.85, 0.95]);
    const range = await anomalies('from=2026-01-01T00:01:00Z&to=2026-01-01T00:02:00Z');
    expect([scoresOf(range), range.total]).toEqual([[0.7, 0.95], { value: 2, relation: 'eq' }]);
  });

  it('leaves out of what an analyst reads what says more of a person, and says so', async () => {
    const { owner } = scene().api;
    const own = account().id;
    const id = randomUUID();
    const personal = { ip: '203.0.113.0', geo: { lat: 37.5, lon: 127 }, age: 41, sex: 'female', children: 2 };
    const document = { ...anomalyOf(own, 0.9, 1), ...personal, age_band: '40s' };
    await owner.index({ index: indices.anomalies.name, id, document, refresh: true });
    const shown = async (as: typeof admin) => {
      const page = (await scene().api.call(as, 'GET', `/v1/anomalies?user=${own}`)).json();
      const profile = (await scene().api.call(as, 'GET', `/v1/customers/${own}`)).json();
      expect(profile.masked).toEqual(page.masked);
      expect(profile.anomalies).toEqual(page.items);
      return { anomaly: page.items[0].anomaly, masked: page.masked };
    };
    const { ip, geo, age, sex, children, ...rest } = document;
    expect([ip, geo, age, sex, children]).not.toContain(undefined);
    expect(await shown(viewer)).toEqual({ anomaly: rest, masked: ['ip', 'geo', 'age', 'sex', 'children'] });
    expect(await shown(editor)).toEqual({ anomaly: document, masked: undefined });
    expect(await shown(admin)).toEqual({ anomaly: document, masked: undefined });
    await owner.delete({ index: indices.anomalies.name, id, refresh: true });
  });

  it('leafs through anomalies as they were, while new ones come in', async () => {
    const { owner } = scene().api;
    const first = await anomalies('sort=score&size=2');
    const late = { index: indices.anomalies.name, id: `${user}-late` };
    await owner.index({ ...late, document: anomalyOf(user, 0.9, 9), refresh: true });
    const second = await anomalies(`sort=score&size=2&cursor=${first.cursor}`);
    const third = await anomalies(`sort=score&size=2&cursor=${second.cursor}`);
    expect([first, second, third].flatMap(scoresOf)).toEqual([0.95, 0.85, 0.7, 0.6, 0.55]);
    expect(third.cursor).toBeUndefined();
    await owner.delete({ ...late, refresh: true });
  });

  it('leaves out what is suppressed, at once and for as long as it is', async () => {
    const { api } = scene();
    const body = { target: { type: 'transaction', id: 'T-1' }, reasonCode: 'customer_request', days: 1 };
    const made = await api.call(editor, 'POST', '/v1/suppressions', { body, key: randomUUID() });
    expect(made.statusCode).toBe(201);
    expect(scoresOf(await anomalies('sort=score'))).toEqual([0.85, 0.7, 0.6, 0.55]);
    expect(scoresOf(await anomalies('sort=score&suppressed=true'))).toEqual([0.95, 0.85, 0.7, 0.6, 0.55]);
    await api.call(editor, 'DELETE', `/v1/suppressions/${made.json().id}`, { key: randomUUID() });
    expect(scoresOf(await anomalies('sort=score'))).toEqual([0.95, 0.85, 0.7, 0.6, 0.55]);
  });

  it('refuses a question that it does not understand', async () => {
    const { api } = scene();
    for (const query of [
      'minScore=2',
      'size=0',
      'size=501',
      'country=Korea',
      'from=yesterday',
      'colour=red',
      'cursor=x',
    ]) {
      const answer = await api.call(viewer, 'GET', `/v1/anomalies?${query}`);
      expect([query, answer.statusCode]).toEqual([query, 400]);
    }
  });

  it('understands no cursor, instant or number that it did not give or could not store', async () => {
    const { api } = scene();
    const { cursor } = await anomalies('size=1');
    const urls = [
      `/v1/interventions?cursor=${cursor}`,
      `/v1/anomalies?cursor=x${cursor}`,
      '/v1/anomalies?from=2016-12-31T23:59:60Z',
      '/v1/audit/records?from=2016-12-31T23:59:60Z',
      '/v1/audit/records?before=99999999999999999999',
      '/v1/audit/records?before=-1',
      '/v1/interventions/%00',
      '/v1/customers/%ED%A0%80',
    ];
    for (const url of urls) {
      const { statusCode } = await api.call(admin, 'GET', url);
      expect([url, [400, 410].includes(statusCode) ? 'refused' : statusCode]).toEqual([url, 'refused']);
    }
    const odd = await api.call(
      admin,
      'GET',
      '/v1/audit/records?from=0001-01-01T00:00:00Z&to=9999-12-31T23:59:59Z&size=1'
    );
    expect(odd.statusCode).toBe(200);
  });

  it('shows a customer with what happened and what was done', async () => {
    const { api } = scene();
    const lock = { action: 'lock_account', target: { type: 'account', id: user }, reasonCode: 'velocity' };
    await scene().create(admin, lock);
    const answer = await api.call(viewer, 'GET', `/v1/customers/${user}`);
    expect([...Value.Errors(CustomerProfile, answer.json())]).toEqual([]);
    const profile = answer.json() as CustomerProfile;
    expect(profile.anomalies).toHaveLength(scores.length);
    expect(profile.state?.in_force).toEqual(['lock_account']);
    expect(profile.interventions.map((one) => one.action)).toEqual(['lock_account']);
    const nobody = await api.call(viewer, 'GET', `/v1/customers/${account().id}`);
    expect([nobody.statusCode, nobody.json().code]).toEqual([404, 'customer_unknown']);
  });

  it('answers for segments and runs also before the first run', async () => {
    const { api } = scene();
    expect((await api.call(viewer, 'GET', '/v1/segments')).statusCode).toBe(200);
    expect((await api.call(viewer, 'GET', '/v1/runs')).statusCode).toBe(200);
  });

  it('says which actions there are, and what the caller may', async () => {
    const answer = await scene().api.call(viewer, 'GET', '/v1/actions');
    expect([...Value.Errors(ActionList, answer.json())]).toEqual([]);
    expect(answer.json()).toMatchObject({ mode: 'enforce', caller: { login: 'park', role: 'Viewer' } });
    expect(answer.json().caller.rights).not.toContain('interventions:create');
    for (const action of answer.json().actions) {
      expect(Object.keys(action.label).sort()).toEqual(['en', 'ko']);
    }
  });

  it('keeps verdicts on anomalies, one per person, and takes them back', async () => {
    const { api } = scene();
    const body = { anomalyId: `${user}-1`, user, label: 'unsure' };
    const first = await api.call(editor, 'POST', '/v1/labels', { body, key: randomUUID() });
    const changed = { ...body, label: 'true_positive' };
    const second = await api.call(editor, 'POST', '/v1/labels', { body: changed, key: randomUUID() });
    expect([first.statusCode, second.json().id]).toEqual([201, first.json().id]);
    const list = async () => (await api.call(viewer, 'GET', `/v1/labels?anomalyId=${user}-1`)).json();
    expect(await list()).toMatchObject({ total: 1, items: [{ label: { label: 'true_positive' } }] });
    expect((await api.call(viewer, 'DELETE', `/v1/labels/${first.json().id}`)).statusCode).toBe(403);
    expect((await api.call(editor, 'DELETE', `/v1/labels/${first.json().id}`)).statusCode).toBe(204);
    expect((await api.call(editor, 'DELETE', `/v1/labels/${first.json().id}`)).statusCode).toBe(404);
    expect((await list()).total).toBe(0);
  });

  it('keeps suppressions until they end or are revoked', async () => {
    const { api } = scene();
    const body = { target: account(), reasonCode: 'customer_request', days: 180 };
    const created = await api.call(editor, 'POST', '/v1/suppressions', { body, key: randomUUID() });
    expect(created.statusCode).toBe(201);
    const long = await api.call(editor, 'POST', '/v1/suppressions', {
      body: { ...body, days: 181 },
      key: randomUUID(),
    });
    expect(long.statusCode).toBe(400);
    const ids = async (): Promise<string[]> =>
      (await api.call(viewer, 'GET', '/v1/suppressions')).json().items.map((item: { id: string }) => item.id);
    expect(await ids()).toContain(created.json().id);
    expect((await api.call(editor, 'DELETE', `/v1/suppressions/${created.json().id}`)).statusCode).toBe(204);
    expect(await ids()).not.toContain(created.json().id);
  });

  it('reports its health with a fix for each fault', async () => {
    const answer = await scene().api.call(viewer, 'GET', '/v1/health');
    expect([...Value.Errors(HealthReport, answer.json())]).toEqual([]);
    const { checks } = answer.json() as HealthReport;
    const status = Object.fromEntries(checks.map((check) => [check.id, check.status]));
    // No Grafana listens where these tests say it does.
    expect(status).toMatchObject({ elasticsearch: 'ok', 'audit-store': 'ok', 'grafana-keys': 'down', mode: 'ok' });
    expect(checks.filter((check) => check.status !== 'ok').every((check) => check.fix)).toBe(true);
  });
};
