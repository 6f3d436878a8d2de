import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LogFollower } from './followLogs';
import { parseLogLine } from './parseLogLine';
import { coreTime, sampleHost } from './sampleHost';

const folder = mkdtempSync(join(tmpdir(), 'spendscope-monitor-'));
const now = new Date('2026-01-02T03:04:05.000Z');
afterAll(() => rmSync(folder, { recursive: true }));

it('follows whole lines once each, and begins again where a file does', async () => {
  const file = join(folder, 'api.log');
  const follower = new LogFollower(folder);
  const texts = async (): Promise<[string, number][]> => (await follower.next()).map(({ text, offset }) => [text, offset]); // prettier-ignore
  writeFileSync(join(folder, 'elasticsearch.log'), 'not followed\n');
  writeFileSync(join(folder, 'api.previous.log'), 'over\n');
  writeFileSync(file, 'één\ntwo\nhal');
  expect(await texts()).toEqual([['één', 0], ['two', 6]]); // prettier-ignore
  appendFileSync(file, 'f\n');
  expect(await texts()).toEqual([['half', 10]]);
  expect(await texts()).toEqual([]);
  writeFileSync(file, 'new\n');
  expect(await texts()).toEqual([['new', 0]]);
});

it('reads JSON by its fields and anything else as it is', () => {
  const line = '{"level":50,"time":1767323045000,"component":"api","reqId":"r-1","responseTime":12.6,"msg":"refused"}';
  expect(parseLogLine('api', line, now)).toEqual({
    '@timestamp': '2026-01-02T03:04:05.000Z',
    component: 'api',
    level: 'error',
    message: 'refused',
    request_id: 'r-1',
    duration_ms: 13,
  });
  expect(parseLogLine('feed', '\u001b[31m12 transactions\u001b[0m', now)).toMatchObject({ level: 'info', message: '12 transactions' }); // prettier-ignore
  expect(parseLogLine('feed', '✗ It failed', now)).toMatchObject({ level: 'error' });
  expect(parseLogLine('feed', '{"broken', now)).toMatchObject({ message: '{"broken' });
  expect(parseLogLine('feed', '   ', now)).toBeUndefined();
});

it('measures shares between nothing and all', async () => {
  const sample = await sampleHost({ busy: 0, all: 0 }, folder, now);
  for (const share of [sample.cpu, sample.memory, sample.disk]) {
    expect(share).toBeGreaterThan(0);
    expect(share).toBeLessThanOrEqual(1);
  }
  expect((await sampleHost(coreTime(), folder, now)).cpu).toBeLessThanOrEqual(1);
});
