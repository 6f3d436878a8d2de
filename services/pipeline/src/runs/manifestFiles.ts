import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Run, RunManifest } from '@spendscope/contracts';
import { UserError } from '../userError';

/** A run's file: its document with the manifest, which only runs that ended have. */
export interface RunFile extends Run {
  format: 'spendscope-run';
  version: 1;
  manifest: RunManifest;
}

/** All runs that left a manifest, the newest first. */
export function listManifests(folder: string): RunFile[] {
  return idsIn(folder).map((id) => read(folder, id));
}

/**
 * @param id a run's id, or the first characters of it
 * @throws UserError where no run, or more than one, has it
 */
export function readManifest(folder: string, id: string): RunFile {
  const found = idsIn(folder).filter((known) => known.startsWith(id));
  if (found.length !== 1 && !found.includes(id)) {
    throw new UserError(
      found.length === 0 ? `There is no run ${id}.` : `${found.length} runs begin with ${id}.`,
      'Run "spendscope runs list" for their ids.'
    );
  }
  return read(folder, found.includes(id) ? id : found[0]!);
}

function idsIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.slice(0, -'.json'.length))
    .sort()
    .reverse();
}

function read(folder: string, id: string): RunFile {
  const path = join(folder, `${id}.json`);
  try {
    const file = JSON.parse(readFileSync(path, 'utf8')) as RunFile;
    if (file.format !== 'spendscope-run' || file.version !== 1) {
      throw new Error(`format ${file.format}, version ${file.version}`);
    }
    return file;
  } catch (cause) {
    throw new UserError(`${path} is no manifest of a run.`, 'Move the file away.', { cause });
  }
}
