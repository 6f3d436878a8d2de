import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { DataCommand } from './dataCommands';
import { loadCommand } from './loadCommand';

const folder = mkdtempSync(join(tmpdir(), 'spendscope-load-'));
const logFile = join(folder, 'data.log');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const load = (command: DataCommand): Promise<string> =>
  loadCommand(command, { root: resolve(__dirname, '../../../..'), env: process.env, logFile, onLine: () => {} });
const refused = { title: 'nonsense', args: ['monitor-models', '--nonsense'] };

it('says done of a command that ended well', async () => {
  expect(await load({ title: 'help', args: ['--version'] })).toBe('done');
}, 60_000);

it('goes on without an optional command that failed, and says why', async () => {
  expect(await load({ ...refused, optional: true })).toMatch(/^left out: spendscope monitor-models .*exit code 2.*--nonsense/s); // prettier-ignore
  expect(readFileSync(logFile, 'utf8')).toContain('--nonsense');
}, 60_000);

it('ends where another one failed, or where somebody called the start off', async () => {
  await expect(load(refused)).rejects.toThrow('exit code 2');
  const signal = AbortSignal.abort(new Error('Stopped.'));
  const stopped = loadCommand({ ...refused, optional: true }, { root: resolve(__dirname, '../../../..'), env: process.env, logFile, onLine: () => {}, signal }); // prettier-ignore
  await expect(stopped).rejects.toThrow('Stopped.');
}, 60_000);
