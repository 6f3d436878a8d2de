import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lastLines, logTail, reasonIn } from './logTail';

describe('logs', () => {
  const folder = mkdtempSync(join(tmpdir(), 'spendscope-log-'));
  const path = join(folder, 'a.log');
  afterAll(() => rmSync(folder, { recursive: true }));

  it('reads the end of a long file', () => {
    writeFileSync(path, Array.from({ length: 20_000 }, (_, index) => `line ${index}`).join('\n'));
    expect(logTail(path, 2)).toEqual(['line 19998', 'line 19999']);
    expect(logTail(join(folder, 'missing.log'), 2)).toEqual([]);
  });

  it('shows what a crashed Node program says, without its stack', () => {
    writeFileSync(
      path,
      "node:internal/modules/run_main:123\n    triggerUncaughtException(\n    ^\nError: Cannot find module 'x'\n    at a (b:1:2)\n  code: 'E'\n}\n\nNode.js v20.19.0\n"
    );
    expect(lastLines(path, 3)).toBe("Error: Cannot find module 'x'\n      code: 'E'");
  });

  it('finds the telling line of an Elasticsearch log', () => {
    const lock = 'java.lang.IllegalStateException: failed to obtain node locks, tried [/data]';
    expect(reasonIn(['ERROR: something', lock, 'at x'])).toBe(lock);
    expect(reasonIn([])).toBe('it wrote no log');
  });
});
