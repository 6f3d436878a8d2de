import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isStale } from './bundles';

describe('isStale', () => {
  const folder = mkdtempSync(join(tmpdir(), 'spendscope-bundle-'));
  const bundle = { workspace: 'x', folder, output: 'dist/module.js' };
  const write = (path: string, time: number): void => {
    writeFileSync(join(folder, path), '');
    utimesSync(join(folder, path), time, time);
  };
  beforeAll(() => {
    mkdirSync(join(folder, 'src', 'deep'), { recursive: true });
    mkdirSync(join(folder, 'dist'));
    write('src/deep/a.ts', 1_000);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('is true without a build, false after one, and true again after a change', () => {
    expect(isStale(bundle)).toBe(true);
    write('dist/module.js', 2_000);
    expect(isStale(bundle)).toBe(false);
    write('dist/later.js', 3_000);
    expect(isStale(bundle)).toBe(false);
    write('src/deep/a.ts', 3_000);
    expect(isStale(bundle)).toBe(true);
  });
});
