import type { ModelHistoryEntry } from '@spendscope/contracts';
import { type ModelRegistry, modelName } from '@spendscope/registry';
import { UserError } from '../userError';
import { findModel } from './interchange';
import { operator } from './registry';

/** Makes a model the live one, as who works on this machine. */
export async function promote(registry: ModelRegistry, wanted: string, reason: string): Promise<ModelHistoryEntry> {
  const file = await findCandidate(registry, wanted);
  const name = modelName(file);
  const { seq } = await registry.head(name);
  const ref = await registry.refOf(file);
  const change = { at: new Date(), by: operator(), reason, kind: 'promoted', seq } as const;
  return said(await registry.makeLive(name, ref, change), `${file} is the live ${name} already.`);
}

/** A name alone means its shadow here: the live one need not be promoted. */
export async function findCandidate(registry: ModelRegistry, wanted: string): Promise<string> {
  const shadow = (await registry.knows(wanted)) ? (await registry.head(wanted)).shadow : undefined;
  return shadow?.file ?? findModel(registry, wanted);
}

/** Makes the version live that was so before the present one. */
export async function rollBack(registry: ModelRegistry, name: string, reason: string): Promise<ModelHistoryEntry> {
  if (!(await registry.knows(name))) {
    throw new UserError(`There is no model ${name}.`, 'Run "spendscope models list" for those there are.');
  }
  const { seq } = await registry.head(name);
  const target = await registry.rollbackTarget(name);
  const change = { at: new Date(), by: operator(), reason, kind: 'rolled_back', seq } as const;
  return said(await registry.makeLive(name, target, change), `${target.file} is the live ${name} already.`);
}

function said(entry: ModelHistoryEntry | undefined, otherwise: string): ModelHistoryEntry {
  if (!entry) {
    throw new UserError(otherwise, 'Run "spendscope models history" for how it came about.');
  }
  return entry;
}
