import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * The text of a secret file in the state folder, made by `create` when it is not there yet. Folder and file are for
 * their owner only; the file appears whole or not at all.
 */
export async function secretFile(
  folder: string,
  name: string,
  create: () => string | Promise<string>
): Promise<string> {
  const file = path.join(folder, name);
  if (existsSync(file)) {
    chmodSync(file, 0o600);
    return readFileSync(file, 'utf8');
  }
  const text = await create();
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, text, { mode: 0o600 });
  renameSync(draft, file);
  return text;
}
