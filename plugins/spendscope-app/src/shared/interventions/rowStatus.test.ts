import { anomalyRow, blockTransaction, lockAccount, lockedState } from '../../testing/anomalyFixtures';
import { bulkPlan } from './bulkPlan';
import { type PendingByKey, pendingKey, rowInterventions, rowOffers } from './rowStatus';

const definitions = [lockAccount, blockTransaction];
const row = anomalyRow();
const account = { type: 'account', id: row.customer } as const;
const locked = new Map([['account:C-7F3K2Q', lockedState('C-7F3K2Q')]]);
const nothing: PendingByKey = new Map();
const all = { create: true, release: true };
const kinds = (offers: ReturnType<typeof rowOffers>): string[] =>
  offers.map(({ kind, definition }) => `${kind} ${definition.name}`);

describe('what a row offers', () => {
  it('is every action where nothing is in force', () => {
    expect(kinds(rowOffers(row, definitions, [], all))).toEqual(['act lock_account', 'act block_transaction']);
  });

  it('is to release what is in force', () => {
    const interventions = rowInterventions(row, locked, nothing);
    expect(kinds(rowOffers(row, definitions, interventions, all))).toEqual([
      'release lock_account',
      'act block_transaction',
    ]);
  });

  it('is nothing to somebody without rights, and no release without that right', () => {
    const interventions = rowInterventions(row, locked, nothing);
    expect(rowOffers(row, definitions, interventions, { create: false, release: false })).toEqual([]);
    expect(kinds(rowOffers(row, definitions, interventions, { create: true, release: false }))).toEqual([
      'act block_transaction',
    ]);
  });

  it('is to wait while a request is on its way, whatever was told before', () => {
    const pending: PendingByKey = new Map([
      [pendingKey('lock_account', account), { action: 'lock_account', target: account, state: 'requested' }],
    ]);
    const interventions = rowInterventions(row, locked, pending);
    expect(interventions.map(({ state }) => state)).toEqual(['requested']);
    expect(kinds(rowOffers(row, definitions, interventions, all))).toEqual([
      'wait lock_account',
      'act block_transaction',
    ]);
  });

  it('is not to block a transaction where there is none', () => {
    expect(kinds(rowOffers(anomalyRow({ transactionId: undefined }), definitions, [], all))).toEqual([
      'act lock_account',
    ]);
  });
});

describe('bulkPlan', () => {
  it('takes each customer once, with the severest row as evidence, and says what it leaves out', () => {
    const rows = [
      anomalyRow({ id: 'low', score: 0.81 }),
      anomalyRow({ id: 'high', score: 0.99 }),
      anomalyRow({ id: 'locked', customer: 'C-LOCKED' }),
    ];
    const inForce = new Map([['account:C-LOCKED', lockedState('C-LOCKED')]]);
    const plan = bulkPlan(
      lockAccount,
      rows,
      (each) => rowInterventions(each, inForce, nothing),
      () => ['require_extra_auth']
    );
    expect(plan.items.map((item) => [item.row.id, item.inForce])).toEqual([['high', ['require_extra_auth']]]);
    expect(plan.excluded.map((entry) => [entry.row.id, entry.reason])).toEqual([
      ['locked', 'already'],
      ['low', 'duplicate'],
    ]);
  });
});
