import { chmodSync, existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { folderStore } from './objects/folderStore';
import { registrySuite } from './testing/registrySuite';

const roots: string[] = [];
const newRoot = (): string => {
  const root = join(mkdtempSync(join(tmpdir(), 'spendscope-registry-')), 'models');
  roots.push(root);
  return root;
};
afterAll(() => roots.forEach((root) => rmSync(join(root, '..'), { recursive: true, force: true })));

describe('models in a folder', () => {
  registrySuite(() => {
    const root = newRoot();
    return {
      store: folderStore(root),
      overwrite: async (key, text) => {
        const path = join(root, key);
        if (existsSync(path)) {
          chmodSync(path, 0o600);
        }
        writeFileSync(path, text);
      },
    };
  });

  it('are files that their owner alone can read and nobody writes, and that are not there by half', async () => {
    const root = newRoot();
    const store = folderStore(root);
    expect(await store.list('')).toEqual([]);
    expect(await store.create('deep/er/one.json', 'first')).toBe(true);
    expect(await store.create('deep/er/one.json', 'second')).toBe(false);
    expect(await store.read('deep/er/one.json')).toBe('first');
    expect(statSync(join(root, 'deep/er/one.json')).mode & 0o777).toBe(0o400);
    writeFileSync(join(root, 'deep/er/two.json.0.part'), 'half');
    expect(await store.list('deep/er/')).toEqual(['deep/er/one.json']);
  });
});
