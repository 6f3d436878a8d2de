import { readFileSync } from 'node:fs';
import type { ModelAlias, ModelFile } from '@spendscope/contracts';
import { type ModelRegistry, aliasOf, modelName, readModelText, versionOfFile } from '@spendscope/registry';
import { churnModelName, detectorName } from '@spendscope/scoring';
import { writeAtOnce } from '../files/writeAtOnce';
import { UserError } from '../userError';
import { operator } from './registry';

export interface ListedModel {
  file: string;
  name: string;
  version: string;
  alias: ModelAlias | '';
  /** absent where the file is not what it says */
  model?: ModelFile;
  problem?: string;
}

/** All models of the registry, each checked. */
export async function listModels(registry: ModelRegistry): Promise<ListedModel[]> {
  const listed: ListedModel[] = [];
  for (const file of await registry.files()) {
    const name = modelName(file);
    const alias = aliasOf(await registry.head(name), file) ?? '';
    const known = { file, name, version: versionOfFile(file), alias } as const;
    try {
      listed.push({ ...known, model: await registry.read(file) });
    } catch (error) {
      listed.push({ ...known, problem: (error as Error).message });
    }
  }
  return listed;
}

/**
 * @param wanted a model's file, the first characters of it, its version, or a name, which means the live or else the shadow
 *   one
 * @throws UserError where no model, or more than one, is meant
 */
export async function findModel(registry: ModelRegistry, wanted: string): Promise<string> {
  const files = await registry.files();
  const names = await registry.names();
  const { live, shadow } = names.includes(wanted) ? await registry.head(wanted) : {};
  const named = (live ?? shadow)?.file;
  const found = named ? [named] : files.filter((file) => file.startsWith(wanted) || versionOfFile(file) === wanted);
  if (found.length !== 1) {
    throw new UserError(
      found.length === 0 ? `There is no model ${wanted}.` : `${found.length} models begin with ${wanted}.`,
      'Run "spendscope models list" for those there are.'
    );
  }
  return found[0]!;
}

/** Copies a model out of the registry, checked. */
export async function exportModel(registry: ModelRegistry, file: string, out: string): Promise<void> {
  const text = await registry.readText(file);
  try {
    writeAtOnce(out, text);
  } catch (cause) {
    throw new UserError(`${out} cannot be written.`, 'Give another place with --out.', { cause });
  }
}

/** Takes an exported model in, as the shadow of its name, or as the live one; gives its file. */
export async function importModel(
  registry: ModelRegistry,
  path: string,
  { name, live }: { name: string; live: boolean }
): Promise<string> {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (cause) {
    throw new UserError(`${path} cannot be read.`, 'Check the path.', { cause });
  }
  const { format } = readModelText(text, path);
  const ours = { 'spendscope-detector': detectorName, 'spendscope-churn': churnModelName, 'spendscope-onnx': name }[
    format
  ];
  if (live && format === 'spendscope-onnx') {
    throw new UserError('An imported ONNX model is a shadow: it is compared and decides nothing.', 'Leave --live out.');
  }
  const ref = await registry.take(ours, text, path);
  const change = { at: new Date(), by: operator(), reason: `Imported from ${path.split('/').at(-1)!}.`, kind: 'imported' } as const; // prettier-ignore
  await (live ? registry.makeLive(ours, ref, change) : registry.makeShadow(ours, ref, change));
  return ref.file;
}
