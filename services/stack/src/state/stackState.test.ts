import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeProcess, isAlive, readStackState, removeStackState, writeStackState } from './stackState';

describe('the stack file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'spendscope-state-'));
  const path = join(folder, 'deep', 'stack.json');
  const starter = { name: 'npm start', pid: 42, start: 'boot:1' };
  afterAll(() => rmSync(folder, { recursive: true }));

  it('comes back as it was written, readable by its owner only', () => {
    const state = {
      starter,
      parts: [{ name: 'api', pid: 43, start: 'boot:2' }],
      docker: false,
      address: 'http://localhost:3000/',
    };
    writeStackState(path, state);
    expect(readStackState(path)).toEqual(state);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    removeStackState(path);
    expect(readStackState(path)).toBeUndefined();
  });

  it('takes a damaged file as none', () => {
    writeFileSync(path, '{"starter":');
    expect(readStackState(path)).toBeUndefined();
  });

  it('knows a process by its start, not by its number alone', () => {
    expect(isAlive(starter, () => 'boot:1')).toBe(true);
    expect(isAlive(starter, () => 'boot:9')).toBe(false);
    expect(isAlive(starter, () => undefined)).toBe(false);
    expect(isAlive(describeProcess('us', process.pid)!)).toBe(true);
  });
});
