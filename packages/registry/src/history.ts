import { type ModelAlias, ModelHistoryEntry, type ModelRef } from '@spendscope/contracts';
import { Value } from 'typebox/value';
import { RegistryError } from './registryError';
import { sha256 } from './sha256';

export const historyPrefix = 'history/';
export const historyOf = (name: string): string => `${historyPrefix}${name}/`;

/** Named by the first entry as the one before. */
export const noEntry = '0'.repeat(64);

export const entryKey = (name: string, seq: number): string => `${historyOf(name)}${String(seq).padStart(8, '0')}.json`;

/** What a model's aliases name after so many entries, and the hash that the next entry has to name. */
export interface HistoryHead {
  seq: number;
  hash: string;
  live?: ModelRef;
  shadow?: ModelRef;
}

export const emptyHead: HistoryHead = { seq: 0, hash: noEntry };

export const writeEntry = (entry: ModelHistoryEntry): string => `${JSON.stringify(entry)}\n`;

/**
 * Reads the entry that follows a head.
 * @throws RegistryError where it is not the one that was written after it
 */
export function readEntry(
  text: string,
  name: string,
  after: HistoryHead
): { entry: ModelHistoryEntry; head: HistoryHead } {
  const seq = after.seq + 1;
  const entry = parse(text);
  const [error] = Value.Errors(ModelHistoryEntry, entry);
  const known = entry as ModelHistoryEntry;
  const refuse = (why: string): RegistryError =>
    new RegistryError(
      'history_tampered',
      `Entry ${seq} of the history of ${name} ${why}.`,
      `Restore ${entryKey(name, seq)} and those after it from your backup: nothing is promoted until then.`
    );
  if (error) {
    throw refuse(`is none of this version: ${error.instancePath || '/'} ${error.message}`);
  }
  if (known.model !== name || known.seq !== seq) {
    throw refuse('is another one than its name says');
  }
  if (known.before !== after.hash) {
    throw refuse('does not follow the one before: one of both was changed');
  }
  return { entry: known, head: { seq, hash: sha256(text), live: known.live, shadow: known.shadow } };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * The version that was live before the present one came: a rollback takes one step back, and two take two. Undefined where
 * there was none.
 */
export function liveBefore(entries: readonly ModelHistoryEntry[]): ModelRef | undefined {
  const stack: ModelRef[] = [];
  for (const { kind, live } of entries) {
    if (!live || stack.at(-1)?.file === live.file) {
      continue;
    }
    if (kind === 'rolled_back' && stack.some(({ file }) => file === live.file)) {
      while (stack.at(-1)!.file !== live.file) {
        stack.pop();
      }
    } else {
      stack.push(live);
    }
  }
  return stack.at(-2);
}

/** What a file is for now. */
export const aliasOf = (
  { live, shadow }: Pick<HistoryHead, 'live' | 'shadow'>,
  file: string
): ModelAlias | undefined => (live?.file === file ? 'live' : shadow?.file === file ? 'shadow' : undefined);
