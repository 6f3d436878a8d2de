import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startService } from './startService';

describe('startService', () => {
  const folder = mkdtempSync(join(tmpdir(), 'spendscope-service-'));
  let count = 0;
  const spec = (script: string): Parameters<typeof startService>[0] => ({
    name: 'api',
    command: process.execPath,
    args: ['-e', script],
    cwd: folder,
    env: { PATH: process.env.PATH },
    logFile: join(folder, 'logs', `${count++}.log`),
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('keeps the output and stops the whole group', async () => {
    const up = spec("console.log('up'); setInterval(() => {}, 1000)");
    const service = await startService({
      ...up,
      ready: async () => readFileSync(up.logFile, 'utf8').includes('up'),
    });
    await service.stop();
    expect((await service.exited).signal).toBe('SIGTERM');
  });

  it('says what a program wrote that ended before it served', async () => {
    const start = startService({ ...spec("console.error('port taken'); process.exit(3)"), ready: async () => false });
    await expect(start).rejects.toThrow('api ended while starting: port taken');
  });

  it('says that a program is missing', async () => {
    await expect(startService({ ...spec(''), command: join(folder, 'missing') })).rejects.toThrow(
      'api could not be started'
    );
  });

  it('stops a program whose start is called off', async () => {
    const ending = new AbortController();
    ending.abort(new Error('Stopped.'));
    const start = startService({
      ...spec('setInterval(() => {}, 1000)'),
      ready: async () => false,
      signal: ending.signal,
    });
    await expect(start).rejects.toThrow('Stopped.');
  });
});
