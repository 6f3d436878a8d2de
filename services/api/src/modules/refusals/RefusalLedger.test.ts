import type { FastifyRequest } from 'fastify';
import { MemoryBlocks } from '../../testing/MemoryBlocks';
import { AuditLog } from '../audit/AuditLog';
import type { AuditTexts } from '../audit/auditText';
import type { RecorderParts } from '../interventions/parts';
import { RefusalLedger } from './RefusalLedger';

interface Call {
  login?: string;
  ip?: string;
  method?: string;
  url?: string;
}

const requestOf = ({ login, ip = '203.0.113.1', method = 'POST', url = '/v1/interventions' }: Call): FastifyRequest =>
  ({
    id: 'r-1',
    ip,
    method,
    headers: {},
    is404: url === 'none',
    routeOptions: { url, config: {} },
    caller: login
      ? {
          actor: { sub: `user:${login}`, login, type: 'user', role: 'Editor' },
          channel: { instance: 'grafana', origin: { ip, userAgent: '' } },
          rights: [],
        }
      : null,
  }) as unknown as FastifyRequest;

function ledger(): { store: MemoryBlocks; ledger: RefusalLedger; records: () => string[] } {
  const store = new MemoryBlocks();
  const audit = {
    log: new AuditLog(store),
    texts: { keep: async () => undefined } as unknown as AuditTexts,
    hashKey: Buffer.alloc(32),
    now: () => new Date(0),
    ended: () => undefined,
  } as RecorderParts;
  return {
    store,
    ledger: new RefusalLedger(audit, () => '1'),
    records: () =>
      store.blocks.flatMap((block) =>
        block.records.map(({ actor, stage, action, result }) => `${actor.login} ${stage} ${action}: ${result}`)
      ),
  };
}

describe('the ledger of refused calls', () => {
  it('is one record for each caller, whatever they were refused, and begins anew', async () => {
    const { ledger: refusals, records } = ledger();
    const note = (call: Call, status: number, code: string, times = 1): void => {
      Array.from({ length: times }, () => refusals.note(requestOf(call), { status, code }));
    };
    note({ login: 'lee' }, 404, 'intervention_unknown', 2);
    note({ login: 'lee' }, 429, 'rate_limited', 500);
    note({ login: 'kim' }, 422, 'duration_not_allowed');
    note({}, 401, 'channel_required', 3);
    expect(await refusals.flush()).toBe(3);
    expect(records()).toEqual([
      'lee Denied refused.calls: 502 calls: rate_limited 500, intervention_unknown 2',
      'kim Denied refused.calls: 1 calls: duration_not_allowed 1',
      'unknown Denied refused.calls: 3 calls: channel_required 3',
    ]);
    expect(await refusals.flush()).toBe(0);
  });

  it('leaves out what is recorded by itself, and looks that were refused', async () => {
    const { ledger: refusals } = ledger();
    const looks = { login: 'lee', method: 'GET', url: '/v1/customers/:id' };
    refusals.note(requestOf({ login: 'lee' }), { status: 403, code: 'policy_denied' });
    refusals.note(requestOf({}), { status: 401, code: 'identity_required' });
    refusals.note(requestOf({ login: 'lee' }), { status: 503, code: 'audit_unavailable' });
    refusals.note(requestOf(looks), { status: 404, code: 'customer_unknown' });
    expect(await refusals.flush()).toBe(0);
    refusals.note(requestOf(looks), { status: 429, code: 'rate_limited' });
    refusals.note(requestOf({ method: 'GET', url: 'none' }), { status: 404, code: 'not_found' });
    refusals.note(requestOf({ login: 'kim', method: 'GET', url: '/v1/audit/records' }), {
      status: 400,
      code: 'invalid',
    });
    expect(await refusals.flush()).toBe(3);
  });

  it('cannot be filled by a flood from many addresses, which hides nobody who is known', async () => {
    const { ledger: refusals, records } = ledger();
    for (let number = 0; number < 5_000; number++) {
      const ip = `203.0.${number >> 8}.${number & 255}`;
      refusals.note(requestOf({ ip }), { status: 401, code: `code_${number % 40}` });
      refusals.note(requestOf({ ip }), { status: 401, code: 'channel_required' });
    }
    refusals.note(requestOf({ login: 'lee' }), { status: 404, code: 'intervention_unknown' });
    expect(await refusals.flush()).toBe(22);
    expect(records()).toContain('others Denied refused.calls: 4980 calls: channel_required 4980');
    expect(records().at(-1)).toMatch(/^lee /);
  });

  it('names a few codes of a caller and counts the rest together', async () => {
    const { ledger: refusals, records } = ledger();
    for (let number = 0; number < 40; number++) {
      refusals.note(requestOf({ login: 'lee' }), { status: 422, code: `code_${number}` });
    }
    await refusals.flush();
    expect(records()[0]).toMatch(/^lee .*: 40 calls: other 28, code_0 1/);
  });

  it('keeps what could not be recorded until it can', async () => {
    const { ledger: refusals, store, records } = ledger();
    const note = (): void => refusals.note(requestOf({ login: 'lee' }), { status: 404, code: 'intervention_unknown' });
    note();
    store.away = true;
    await expect(refusals.flush()).rejects.toMatchObject({ status: 503 });
    note();
    store.away = false;
    await refusals.flush();
    expect(records()).toEqual(['lee Denied refused.calls: 2 calls: intervention_unknown 2']);
  });
});
