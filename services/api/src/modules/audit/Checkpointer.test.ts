import { generateKeyPairSync } from 'node:crypto';
import type { AuditCheckpoint } from '@spendscope/contracts';
import { MemoryBlocks } from '../../testing/MemoryBlocks';
import { AuditLog } from './AuditLog';
import { Checkpointer } from './Checkpointer';
import type { CheckpointStore } from './checkpointStore';
import { sampleRecord } from './sampleChain';

function scene(): {
  signed: AuditCheckpoint[];
  log: AuditLog;
  store: CheckpointStore;
  checkpointer: Checkpointer;
  failures: string[];
} {
  const failures: string[] = [];
  const signed: AuditCheckpoint[] = [];
  const store = {
    newest: async () => (signed.length > 0 ? { number: signed.length - 1, checkpoint: signed.at(-1)! } : undefined),
    file: async () => undefined,
    create: async (_number: number, checkpoint: AuditCheckpoint) => signed.push(checkpoint) > 0,
  } as unknown as CheckpointStore;
  const log = new AuditLog(new MemoryBlocks(), {
    appended: (block) => checkpointer.appended(block),
    failed: () => undefined,
  });
  const checkpointer = new Checkpointer(log, store, generateKeyPairSync('ed25519').privateKey, (error) =>
    failures.push((error as Error).message)
  );
  return { signed, log, store, checkpointer, failures };
}

const append = async ({ log }: { log: AuditLog }, records: number): Promise<void> => {
  for (let left = records; left > 0; left -= 100) {
    await log.append(Array.from({ length: Math.min(left, 100) }, () => sampleRecord()));
  }
  // A checkpoint that an append set off is of a later turn.
  await new Promise(setImmediate);
};

describe('Checkpointer', () => {
  it('signs after a thousand records by itself, and not before', async () => {
    const here = scene();
    await append(here, 900);
    expect(here.signed).toHaveLength(0);
    await append(here, 100);
    expect(here.signed.map(({ last_seq }) => last_seq)).toEqual([999]);
  });

  it('counts from what is signed', async () => {
    const here = scene();
    await append(here, 500);
    await here.checkpointer.checkpoint();
    await append(here, 900);
    expect(here.signed).toHaveLength(1);
    await append(here, 100);
    expect(here.signed.map(({ last_seq }) => last_seq)).toEqual([499, 1499]);
  });

  it('lets no append fail of a checkpoint that fails, tells of it at once, and tries again after the next thousand', async () => {
    const here = scene();
    const away = jest.spyOn(here.store, 'create').mockRejectedValueOnce(new Error('bucket away'));
    await append(here, 1_900);
    expect([away.mock.calls.length, here.signed.length]).toEqual([1, 0]);
    expect(here.failures).toEqual(['bucket away']);
    await append(here, 100);
    expect(here.signed.map(({ last_seq }) => last_seq)).toEqual([1_999]);
  });
});
