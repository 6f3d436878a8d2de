import { randomUUID } from 'node:crypto';
import { AuditPage, type Intervention, InterventionResult } from '@spendscope/contracts';
import Value from 'typebox/value';
import { type Persona, type TestApi, startTestApi } from './testing/startTestApi';

const admin: Persona = 'kim:Admin';
const editor: Persona = 'lee:Editor';
const viewer: Persona = 'park:Viewer';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());

let accounts = 0;
const account = () => ({ type: 'account' as const, id: `C-TEST${++accounts}` });
const lock = (target: { type: string; id: string } = account()) => ({
  action: 'lock_account',
  target,
  reasonCode: 'account_takeover',
});
const create = (as: Persona, body: unknown, key: string = randomUUID()) =>
  api.call(as, 'POST', '/v1/interventions', { body, key });
const stagesOf = async (id: string): Promise<string[]> => {
  const page = await api.call(admin, 'GET', `/v1/audit/records?intervention=${id}`);
  return (page.json() as AuditPage).items.map(({ record }) => `${record.stage}:${record.result}`).reverse();
};

describe('an intervention', () => {
  it('is active, in force, listed and recorded once it is created', async () => {
    const body = { ...lock(), comment: '의심 거래 😀\n"quoted"', ticket: 'FR-12', durationSec: 3600 };
    const answer = await create(admin, body);
    expect(answer.statusCode).toBe(201);
    expect(Value.Errors(InterventionResult, answer.json())).toEqual([]);
    const { intervention } = answer.json() as { intervention: Intervention };
    expect(intervention).toMatchObject({
      action: 'lock_account',
      state: 'active',
      mode: 'enforce',
      requested_by: { login: 'kim', role: 'Admin', type: 'user' },
      duration_sec: 3600,
    });
    expect(answer.headers.location).toBe(`/v1/interventions/${intervention.id}`);

    const states = await api.call(viewer, 'POST', '/v1/states/query', {
      body: { targets: [body.target, account()] },
    });
    expect(states.json().states).toEqual([
      expect.objectContaining({
        target: body.target,
        in_force: ['lock_account'],
        interventions: [
          expect.objectContaining({ id: intervention.id, by: 'kim', expires_at: intervention.expires_at }),
        ],
      }),
    ]);

    const page = await api.call(editor, 'GET', `/v1/audit/records?target=${body.target.id}`);
    expect(Value.Errors(AuditPage, page.json())).toEqual([]);
    const items = (page.json() as AuditPage).items;
    expect(items.map(({ record }) => record.stage)).toEqual(['Completed', 'Executed', 'Decided', 'Received']);
    expect(items[0]).toMatchObject({ comment: body.comment, ticket: 'FR-12', target: body.target.id });
    expect(JSON.stringify(items.map(({ record }) => record))).not.toContain(body.target.id);

    const list = await api.call(viewer, 'GET', `/v1/interventions?target=${body.target.id}`);
    expect(list.json()).toMatchObject({ total: 1, items: [{ id: intervention.id, state: 'active' }] });
  });
});
