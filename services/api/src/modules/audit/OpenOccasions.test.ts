import type { AuditRecord } from '@spendscope/contracts';
import { OpenOccasions } from './OpenOccasions';
import { sampleRecord } from './sampleChain';

const openAfter = (...records: Partial<AuditRecord>[]): string[] => {
  const open = new OpenOccasions();
  records.forEach((record, seq) => open.take({ ...sampleRecord(record), seq }));
  return open.all().map(({ record, reconciled }) => `${record.request_id}:${reconciled ?? 'open'}`);
};

describe('OpenOccasions', () => {
  it.each(['Completed', 'Denied', 'Failed'] as const)('closes what was received by %s', (stage) => {
    expect(openAfter({ stage: 'Received' }, { stage: 'Decided' }, { stage })).toEqual([]);
  });

  it('keeps open what was only received, decided or executed', () => {
    expect(openAfter({ stage: 'Received' })).toEqual(['r-1:open']);
    expect(openAfter({ stage: 'Decided' }, { stage: 'Executed' })).toEqual(['r-1:open']);
  });

  it('needs an outcome for each thing that one request asked for, and for each of two that are alike', () => {
    expect(openAfter({ action: 'lock_account' }, { action: 'extend' }, { action: 'extend', stage: 'Failed' })).toEqual([
      'r-1:open',
    ]);
    expect(openAfter({}, { stage: 'Decided' }, {}, { stage: 'Completed' })).toEqual(['r-1:open']);
    expect(openAfter({}, {}, { stage: 'Completed' }, { stage: 'Completed' })).toEqual([]);
  });

  it('remembers what reconciliation found out about the same intervention', () => {
    const own = { action: 'reconciliation', request_id: 'r-2' };
    const asked = { intervention_id: 'iv-1' };
    expect(openAfter(asked, { ...own, ...asked, stage: 'Completed' })).toEqual(['r-1:Completed']);
    expect(openAfter(asked, { ...own, ...asked, stage: 'Failed' })).toEqual(['r-1:Failed']);
    expect(openAfter(asked, { ...own, intervention_id: 'iv-2', stage: 'Completed' })).toEqual(['r-1:open']);
  });
});
