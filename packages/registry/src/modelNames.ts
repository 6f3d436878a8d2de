import { type ModelRef, modelNamePattern } from '@spendscope/contracts';

const filePattern = /^([a-z][a-z0-9_]{0,39})-([0-9a-f]{16})\.json$/;

export const fileOf = (name: string, contentHash: string): string => `${name}-${contentHash.slice(0, 16)}.json`;

export const isModelName = (name: string): boolean => new RegExp(modelNamePattern).test(name);

export const isModelFile = (key: string): boolean => filePattern.test(key);

/** The model's name, without the hash that its file carries. */
export const modelName = (file: string): string => file.replace(/-[0-9a-f]{16}\.json$/, '');

/** Scores have named the detectors' versions so from the first on. */
const prefixes: Record<string, string> = { anomaly_detectors: 'ad' };

/** The version as scores name it: begins with the content's hash, so that equal models have equal versions. */
export const versionOf = (name: string, hash: string): string => `${prefixes[name] ?? name}-${hash.slice(0, 8)}`;

export const versionOfFile = (file: string): string => {
  const [, name, hash] = filePattern.exec(file)!;
  return versionOf(name!, hash!);
};

export const refOf = (name: string, contentHash: string): ModelRef => ({
  version: versionOf(name, contentHash),
  file: fileOf(name, contentHash),
  content_hash: contentHash,
});
