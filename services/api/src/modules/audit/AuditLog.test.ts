import { MemoryBlocks } from '../../testing/MemoryBlocks';
import { AuditLog } from './AuditLog';
import { numberedId } from './chain';
import { sampleRecord } from './sampleChain';
import { ChainWalk } from './verifyChain';

function walked(store: MemoryBlocks): ChainWalk {
  const walk = new ChainWalk();
  store.blocks.forEach((block) => walk.take({ id: numberedId(block.block), block }));
  return walk;
}

const requests = (count: number): string[] => Array.from({ length: count }, (_, index) => `r-${index}`);

describe('AuditLog', () => {
  it('shares blocks between appends that come at once, and keeps each caller’s records together', async () => {
    const store = new MemoryBlocks();
    const log = new AuditLog(store);
    await Promise.all(
      requests(50).map((id) =>
        log.append([sampleRecord({ request_id: id }), sampleRecord({ request_id: id, stage: 'Decided' })])
      )
    );
    expect(store.blocks.length).toBeLessThan(10);
    const stored = store.blocks.flatMap((block) => block.records.map((record) => record.request_id));
    expect(stored).toEqual(requests(50).flatMap((id) => [id, id]));
    expect(walked(store)).toMatchObject({ records: 100, firstBreak: undefined });
  });

  it('never forks when two processes append to one chain', async () => {
    const store = new MemoryBlocks();
    const logs = [new AuditLog(store), new AuditLog(store)];
    for (const id of requests(20)) {
      await Promise.all(logs.map((log, process) => log.append([sampleRecord({ request_id: `${process}-${id}` })])));
    }
    expect(walked(store)).toMatchObject({ records: 40, firstBreak: undefined });
  });

  it('does not write twice what it wrote already when the answer was lost', async () => {
    const store = new MemoryBlocks();
    store.losesAnswers = true;
    await new AuditLog(store).append([sampleRecord()]);
    expect(store.blocks).toHaveLength(1);
  });

  it('says how long the oldest record has waited, and nothing once all are stored', async () => {
    const log = new AuditLog(new MemoryBlocks());
    const first = log.append([sampleRecord()]);
    await new Promise(setImmediate);
    const waited = log.lagMs();
    expect(waited).toBeGreaterThan(0);
    const second = log.append([sampleRecord()]);
    expect(log.lagMs()).toBeGreaterThanOrEqual(waited);
    await Promise.all([first, second]);
    await log.settled();
    expect(log.lagMs()).toBe(0);
  });

  it('answers 503 while the store is away and goes on where it stopped afterwards', async () => {
    const store = new MemoryBlocks();
    const failed = jest.fn();
    const log = new AuditLog(store, { appended: jest.fn(), failed });
    await log.append([sampleRecord()]);
    store.away = true;
    await expect(log.append([sampleRecord()])).rejects.toMatchObject({ status: 503, code: 'audit_unavailable' });
    expect(failed).toHaveBeenCalledTimes(1);
    store.away = false;
    await log.append([sampleRecord()]);
    expect(walked(store)).toMatchObject({ records: 2, firstBreak: undefined });
  });
});
