import { testContext } from '../testContext';
import { checkDisk } from './disk';
import { checkMaxMapCount } from './maxMapCount';
import { checkMemory } from './memory';
import { checkMemoryLock } from './memoryLock';

const gigabyte = 1024 ** 3;

describe('room on the machine', () => {
  it.each([
    [1, 'fail'],
    [2, 'warn'],
    [10, 'ok'],
  ])('takes %s GB of disk as %s', async (size, level) => {
    const results = await checkDisk(testContext({ freeBytes: () => size * gigabyte }));
    expect(results.map((result) => result.level)).toEqual([level, level]);
  });

  it.each([
    [1, 'fail'],
    [2, 'warn'],
    [4, 'ok'],
  ])('takes %s GB of memory as %s', async (size, level) => {
    const memory = { total: 16 * gigabyte, available: size * gigabyte };
    expect((await checkMemory(testContext({ memory })))[0]?.level).toBe(level);
  });

  it('warns of few memory maps, and knows systems without the setting', async () => {
    const few = testContext({ readText: () => '65530\n' });
    expect(await checkMaxMapCount(few)).toMatchObject([
      { level: 'warn', fix: 'sudo sysctl -w vm.max_map_count=262144' },
    ]);
    expect(await checkMaxMapCount(testContext())).toMatchObject([{ level: 'ok' }]);
  });

  it('warns where Elasticsearch asked for locked memory and did not get it', async () => {
    const nodes = { a: { settings: { bootstrap: { memory_lock: 'true' } }, process: { mlockall: false } } };
    const context = testContext({ elastic: async () => ({ status: 200, body: { nodes } }) });
    expect(await checkMemoryLock(context)).toMatchObject([{ level: 'warn' }]);
  });

  it('minds an unlocked memory only where the machine swaps', async () => {
    const swaps = 'Filename Type Size\n/swapfile file 1024\n';
    const swapping = testContext({ readText: (path) => (path === '/proc/swaps' ? swaps : undefined) });
    expect(await checkMemoryLock(swapping)).toMatchObject([{ level: 'warn' }]);
    expect(await checkMemoryLock(testContext())).toMatchObject([{ level: 'ok' }]);
  });
});
