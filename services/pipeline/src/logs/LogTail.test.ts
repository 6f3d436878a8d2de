import {
  appendFileSync,
  copyFileSync,
  mkdtempSync,
  renameSync,
  rmSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type LogPosition, readLog } from './LogTail';
import { actionLine } from './actionLine';

let folder: string;
let log: string;
let position: LogPosition | undefined;
let gap: boolean;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'log-tail-'));
  log = join(folder, 'app.log');
  position = undefined;
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Lines that are new, as `FILE:LINE text`. */
async function look(): Promise<string[]> {
  const read = await readLog(log, position);
  ({ position, gap } = read);
  return read.parts.flatMap(({ file, line, lines }) => lines.map((text, i) => `${file}:${line + i} ${text}`));
}

const setAside = (name: string, seconds: number): void => {
  utimesSync(join(folder, name), seconds, seconds);
};

it('reads on from where it was, and lets a partial last line wait', async () => {
  writeFileSync(log, 'one\ntw');
  expect(await look()).toEqual(['app.log:1 one']);
  expect(await look()).toEqual([]);
  appendFileSync(log, 'o\n');
  expect(await look()).toEqual(['app.log:2 two']);
  expect(gap).toBe(false);
});

it('reads the rest of a file that was renamed, those that came after it, and the new one', async () => {
  writeFileSync(log, 'one\n');
  await look();
  appendFileSync(log, 'two\nthree');
  renameSync(log, join(folder, 'app.log.2'));
  setAside('app.log.2', 1_000);
  writeFileSync(join(folder, 'app.log.1'), 'four\n');
  setAside('app.log.1', 2_000);
  writeFileSync(join(folder, 'app.log.3'), 'old\n');
  setAside('app.log.3', 500);
  writeFileSync(log, 'five\n');
  expect(await look()).toEqual(['app.log.2:2 two', 'app.log.2:3 three', 'app.log.1:1 four', 'app.log:1 five']);
  expect([gap, await look()]).toEqual([false, []]);
});

it.each(['shorter', 'longer'])('reads the rest of the copy of a file that was truncated and is %s now', async (now) => {
  writeFileSync(log, 'one\n');
  await look();
  appendFileSync(log, 'two\n');
  copyFileSync(log, join(folder, 'app.log.1'));
  truncateSync(log);
  const fresh = now === 'longer' ? 'a line that is longer than all before' : 'x';
  appendFileSync(log, `${fresh}\n`);
  expect(await look()).toEqual(['app.log.1:2 two', `app.log:1 ${fresh}`]);
  expect([gap, await look()]).toEqual([false, []]);
});

it('waits while there is no file, and says so where the rest is gone', async () => {
  expect(await look()).toEqual([]);
  writeFileSync(log, 'one\n');
  await look();
  rmSync(log);
  writeFileSync(log, 'other\n');
  expect(await look()).toEqual(['app.log:1 other']);
  expect(gap).toBe(true);
});

it('makes actions of lines that name one, whether MDC stands apart or not, and leaves what is wrong to the checks', () => {
  const parsed = (line: object): unknown => JSON.parse(actionLine(JSON.stringify(line)));
  const at = '2026-01-05T10:00:00.123+09:00';
  const common = { action_id: expect.stringMatching(/^[0-9a-f]{40}$/), '@timestamp': at, action: 'login' };
  const noise = { level: 'INFO', logger_name: 'bank.Login', message: 'in' };
  expect(parsed({ '@timestamp': at, ...noise, mdc: { userId: 'U1', action: 'login' } })).toEqual({ ...common, userId: 'U1' });
  expect(parsed({ '@timestamp': at, ...noise, userId: 'U1', action: 'login', ip: '1.2.3.4' })).toEqual({ ...common, userId: 'U1', ip: '1.2.3.4' });
  expect(parsed({ '@timestamp': at, ...noise, action: 'login' })).toEqual(common);
  expect([actionLine(JSON.stringify(noise)), actionLine('  '), actionLine('{"a'), actionLine('[1]')]).toEqual(['', '', '{"a', '{']);
}); // prettier-ignore
