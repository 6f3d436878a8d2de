import { randomUUID } from 'node:crypto';
import { link, mkdir, open, readFile, readdir, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ObjectStore } from './objectStore';

/** Files of a folder. Made whole under another name, then linked: a link is refused where the name is taken. */
export function folderStore(root: string): ObjectStore {
  return {
    place: `folder ${root}`,
    list: async (prefix) => {
      const entries = await readdir(join(root, prefix), { withFileTypes: true }).catch(unlessMissing([]));
      return entries
        .filter((entry) => (entry.isFile() || entry.isDirectory()) && !entry.name.endsWith('.part'))
        .map((entry) => `${prefix}${entry.name}${entry.isDirectory() ? '/' : ''}`)
        .sort();
    },
    read: async (key) => readFile(join(root, key), 'utf8').catch(unlessMissing(undefined)),
    create: async (key, text) => {
      const path = join(root, key);
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      const part = `${path}.${randomUUID()}.part`;
      const file = await open(part, 'wx', 0o400);
      try {
        await file.writeFile(text);
        await file.sync();
      } finally {
        await file.close();
      }
      try {
        await link(part, path);
        return true;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'EEXIST') {
          return false;
        }
        throw error;
      } finally {
        await unlink(part);
      }
    },
  };
}

const unlessMissing =
  <Value>(instead: Value) =>
  (error: NodeJS.ErrnoException): Value => {
    if (error.code === 'ENOENT') {
      return instead;
    }
    throw error;
  };
