import type { Suppression } from '@spendscope/contracts';
import { suppressedAnomalies } from './suppressedAnomalies';

const of = (type: 'account' | 'transaction', id: string, scope = 'all'): Suppression => ({
  target: { type, id },
  scope,
  reason_code: 'customer_request',
  by: { sub: 'u', login: 'anna', type: 'user', role: 'Editor' },
  at: '2026-03-01T00:00:00.000Z',
  until: '2026-03-05T00:00:00.000Z',
});

it('asks for all targets of a kind at once', () => {
  expect(suppressedAnomalies([of('account', 'a'), of('transaction', 't'), of('account', 'b')])).toEqual([
    { terms: { user_id: ['a', 'b'] } },
    { terms: { transaction_id: ['t'] } },
  ]);
});

it('keeps what another model says of a target that is suppressed for one model', () => {
  expect(suppressedAnomalies([of('account', 'a', 'lstm')])).toEqual([
    { bool: { filter: [{ terms: { user_id: ['a'] } }, { term: { model: 'lstm' } }] } },
  ]);
});

it('suppresses nothing where nothing is in force', () => {
  expect(suppressedAnomalies([])).toEqual([]);
});
