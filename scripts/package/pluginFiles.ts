import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

/** What a built plugin consists of. Anything else in the folder is a mistake, and is not handed out. */
const expected = /(\.(js|js\.map|json|md|svg|png)|(^|\/)(LICENSE|NOTICE|MANIFEST\.txt))$/;
const hidden = /(^|\/)\./;

/** Paths below `folder`, with `/`, in an order that no file system or language setting changes. */
export function filePaths(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .sort();
}

/** The files of a built plugin by path; refuses a folder that holds anything else. */
export function pluginFiles(folder: string): Map<string, Uint8Array> {
  const paths = filePaths(folder);
  const strange = paths.filter((file) => hidden.test(file) || !expected.test(file));
  if (strange.length > 0) {
    throw new Error(`Files that no plugin consists of: ${strange.join(', ')}`);
  }
  return new Map(paths.map((file) => [file, readFileSync(path.join(folder, file))]));
}
