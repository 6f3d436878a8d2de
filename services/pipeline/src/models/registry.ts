import { createHash } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface SavedModel {
  file: string;
  contentHash: string;
}

/** Saves a model under its content hash and makes it the live one of its name. Same content, same bytes, same file. */
export function saveModel(registry: string, name: string, content: object): SavedModel {
  const json = JSON.stringify(content);
  const contentHash = createHash('sha256').update(json).digest('hex');
  const file = `${name}-${contentHash.slice(0, 16)}.json`;
  writeAtOnce(join(registry, file), json);
  writeAtOnce(join(registry, 'live.json'), JSON.stringify({ ...liveModels(registry), [name]: file }));
  return { file, contentHash };
}

/** File of the live model of each name. */
export function liveModels(registry: string): Record<string, string> {
  const pointer = join(registry, 'live.json');
  return existsSync(pointer) ? (JSON.parse(readFileSync(pointer, 'utf8')) as Record<string, string>) : {};
}

function writeAtOnce(path: string, text: string): void {
  writeFileSync(`${path}.part`, text, { mode: 0o600 });
  renameSync(`${path}.part`, path);
}
