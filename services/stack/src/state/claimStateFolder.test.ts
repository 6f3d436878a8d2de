import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { claimStateFolder, isOurs } from './claimStateFolder';

describe('claimStateFolder', () => {
  const folder = mkdtempSync(join(tmpdir(), 'spendscope-claim-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('makes and marks a new folder, closed to others', () => {
    const state = join(folder, 'new');
    claimStateFolder(state);
    claimStateFolder(state);
    expect(isOurs(state)).toBe(true);
    expect(statSync(state).mode & 0o777).toBe(0o700);
  });

  it('refuses a folder of somebody else, which a reset would delete', () => {
    const home = join(folder, 'home');
    mkdirSync(home);
    writeFileSync(join(home, 'thesis.txt'), '');
    expect(() => claimStateFolder(home)).toThrow('holds other files already');
    expect(isOurs(home)).toBe(false);
  });
});
