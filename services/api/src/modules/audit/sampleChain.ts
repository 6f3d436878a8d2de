import type { AuditBlock } from '@spendscope/contracts';
import { type NewRecord, emptyChain, headAfter, nextBlock, numberedId } from './chain';
import type { StoredBlock } from './verifyChain';

/** A record as a test needs one. */
export const sampleRecord = (change: Partial<NewRecord> = {}): NewRecord => ({
  ts: '2026-01-01T00:00:00.000Z',
  stage: 'Received',
  actor: { sub: 'user:1', login: 'kim', type: 'user', role: 'Admin' },
  channel: { instance: 'grafana' },
  action: 'lock_account',
  policy_version: '1',
  result: 'received',
  request_id: 'r-1',
  ...change,
});

/** A valid chain of so many blocks with two records each, as a store would hold it. */
export function sampleChain(length: number): StoredBlock[] {
  const blocks: AuditBlock[] = [];
  for (let head = emptyChain; blocks.length < length; head = headAfter(blocks.at(-1)!)) {
    const stages = ['Received', 'Completed'] as const;
    blocks.push(
      nextBlock(
        head,
        stages.map((stage) => sampleRecord({ stage, request_id: `r-${head.block + 1}` }))
      )
    );
  }
  return blocks.map((block) => ({ id: numberedId(block.block), block }));
}
