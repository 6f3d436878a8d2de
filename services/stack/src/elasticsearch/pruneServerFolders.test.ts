import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { noteOwner, pruneServerFolders } from './pruneServerFolders';

describe('pruneServerFolders', () => {
  const root = mkdtempSync(join(tmpdir(), 'spendscope-prune-'));
  const server = (name: string, owner: string | undefined): string => {
    const folder = join(root, name);
    mkdirSync(folder);
    if (owner) {
      noteOwner(folder, owner);
    }
    return folder;
  };
  afterAll(() => rmSync(root, { recursive: true }));

  it('removes what belonged to a temporary state folder that is gone, and nothing else', () => {
    const gone = server('gone', join(tmpdir(), 'spendscope-never-was'));
    const kept = [
      server('in-use', root),
      server('unmounted', '/mnt/disk/clone/.spendscope'),
      server('unknown', undefined),
    ];
    pruneServerFolders(root);
    expect(existsSync(gone)).toBe(false);
    expect(kept.map((folder) => existsSync(folder))).toEqual([true, true, true]);
  });
});
