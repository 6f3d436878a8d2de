import type { Run } from '@spendscope/contracts';
import { worldOf } from './writeDashboards';

const run = {
  run_id: 'r',
  kind: 'ingest',
  status: 'succeeded',
  started_at: '2026-01-01T00:00:00.000Z',
  data_from: '2010-12-01T08:26:00.000Z',
  data_to: '2011-12-09T12:50:00.000Z',
  time_zone: 'Europe/London',
  currency: 'GBP',
  read: 100,
  rejected: 30,
} as Run;

const has = { transactions: ['user_id', 'country'], customers: [] };
const stored = { has, transactions: 70, customers: 9 };

describe('the world that dashboards are made for', () => {
  it('is a file’s own range, time zone and currency, and stands still', () => {
    expect(worldOf(run, { kind: 'files', transactions: ['a.csv'], customers: [] }, stored)).toEqual({
      currency: 'GBP',
      timeZone: 'Europe/London',
      from: '2010-12-01T08:26:00.000Z',
      to: '2011-12-09T12:50:00.000Z',
      live: false,
      has,
      loaded: { read: 100, rejected: 30, transactions: 70, customers: 9 },
    });
  });

  it('is the last year up to now for a demo, which goes on', () => {
    const demo = { kind: 'demo', world: 'card', users: 1, transactions: 1, seed: 7 } as const;
    const world = worldOf({ ...run, currency: 'KRW', time_zone: 'Asia/Seoul' } as Run, demo, stored);
    expect(world).toEqual({ currency: 'KRW', timeZone: 'Asia/Seoul', from: 'now-1y', to: 'now', live: true, has });
  });
});
