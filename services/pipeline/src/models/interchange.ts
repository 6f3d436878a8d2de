import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ModelFile } from '@spendscope/contracts';
import { writeAtOnce } from '../files/writeAtOnce';
import { UserError } from '../userError';
import { readModelText } from './modelText';
import { aliasedModels, modelFiles, modelName, pointTo, readModel } from './registry';

export interface ListedModel {
  file: string;
  name: string;
  alias: 'live' | 'shadow' | '';
  /** absent where the file is not what it says */
  model?: ModelFile;
  problem?: string;
}

/** All models of the registry, each checked. */
export function listModels(registry: string): ListedModel[] {
  const [live, shadow] = [aliasedModels(registry, 'live'), aliasedModels(registry, 'shadow')];
  return modelFiles(registry).map((file) => {
    const name = modelName(file);
    const alias = live[name] === file ? 'live' : shadow[name] === file ? 'shadow' : '';
    try {
      return { file, name, alias, model: readModel(registry, file) };
    } catch (error) {
      return { file, name, alias, problem: (error as Error).message };
    }
  });
}

/**
 * @param wanted a model's file, the first characters of it, or a name, which means the live or else the shadow one
 * @throws UserError where no model, or more than one, is meant
 */
export function findModel(registry: string, wanted: string): string {
  const named = aliasedModels(registry, 'live')[wanted] ?? aliasedModels(registry, 'shadow')[wanted];
  const found = named ? [named] : modelFiles(registry).filter((file) => file.startsWith(wanted));
  if (found.length !== 1) {
    throw new UserError(
      found.length === 0 ? `There is no model ${wanted}.` : `${found.length} models begin with ${wanted}.`,
      'Run "spendscope models list" for those there are.'
    );
  }
  return found[0]!;
}

/** Copies a model out of the registry, checked. */
export function exportModel(registry: string, file: string, out: string): void {
  readModel(registry, file);
  try {
    writeAtOnce(out, readFileSync(join(registry, file)));
  } catch (cause) {
    throw new UserError(`${out} cannot be written.`, 'Give another place with --out.', { cause });
  }
}

/** Takes an exported model in, as the shadow of its name, or as the live one; gives its file. */
export function importModel(registry: string, path: string, { name, live }: { name: string; live: boolean }): string {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (cause) {
    throw new UserError(`${path} cannot be read.`, 'Check the path.', { cause });
  }
  const model = readModelText(text, path);
  const ours = { 'spendscope-detector': 'anomaly_detectors', 'spendscope-churn': 'churn', 'spendscope-onnx': name }[
    model.format
  ];
  if (live && model.format === 'spendscope-onnx') {
    throw new UserError('An imported ONNX model is a shadow: it is compared and decides nothing.', 'Leave --live out.');
  }
  const file = `${ours}-${model.content_hash.slice(0, 16)}.json`;
  writeAtOnce(join(registry, file), text);
  pointTo(registry, live ? 'live' : 'shadow', ours, file);
  return file;
}
