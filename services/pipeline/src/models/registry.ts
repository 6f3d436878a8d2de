import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ModelFile } from '@spendscope/contracts';
import { writeAtOnce } from '../files/writeAtOnce';
import { UserError } from '../userError';
import { readModelText, writeModelText } from './modelText';

/** What every model file has, and what this one consists of. */
export type ModelContent = Omit<ModelFile, 'content_hash'> & Record<string, unknown>;

export interface SavedModel {
  file: string;
  contentHash: string;
}

/** Saves a model under its content hash and makes it the live one of its name. Same content, same bytes, same file. */
export function saveModel(registry: string, name: string, content: ModelContent): SavedModel {
  const saved = storeModel(registry, name, content);
  pointTo(registry, 'live', name, saved.file);
  return saved;
}

/** Saves a model under its content hash, beside the live one of its name. */
export function storeModel(registry: string, name: string, content: ModelContent): SavedModel {
  const { text, contentHash } = writeModelText(content);
  const file = `${name}-${contentHash.slice(0, 16)}.json`;
  writeAtOnce(join(registry, file), text);
  return { file, contentHash };
}

/** live: decides; shadow: is compared with the live one. */
export type ModelAlias = 'live' | 'shadow';

export function pointTo(registry: string, alias: ModelAlias, name: string, file: string): void {
  const pointers = { ...aliasedModels(registry, alias), [name]: file };
  writeAtOnce(join(registry, `${alias}.json`), JSON.stringify(pointers));
}

/** File of the live model of each name. */
export const liveModels = (registry: string): Record<string, string> => aliasedModels(registry, 'live');

/** File of the model that an alias names, by the model's name. */
export function aliasedModels(registry: string, alias: ModelAlias): Record<string, string> {
  const pointer = join(registry, `${alias}.json`);
  return existsSync(pointer) ? (JSON.parse(readFileSync(pointer, 'utf8')) as Record<string, string>) : {};
}

/** Files of all models, by name and hash. */
export function modelFiles(registry: string): string[] {
  return readdirSync(registry)
    .filter((name) => /^.+-[0-9a-f]{16}\.json$/.test(name))
    .sort();
}

/** The model's name, without the hash that its file carries. */
export const modelName = (file: string): string => file.replace(/-[0-9a-f]{16}\.json$/, '');

/**
 * Reads a model of the registry.
 *
 * @throws UserError where its content is not what it and its name say, or it is not of the contract's form
 */
export function readModel(registry: string, file: string): ModelFile {
  const path = join(registry, file);
  if (!existsSync(path)) {
    throw new UserError(`There is no model ${file}.`, 'Run "spendscope models list" for those there are.');
  }
  const model = readModelText(readFileSync(path, 'utf8'), `The model ${file}`);
  if (!file.includes(model.content_hash.slice(0, 16))) {
    throw new UserError(`The model ${file} is another one than its name says.`, 'Import it again, or analyze anew.');
  }
  return model;
}
