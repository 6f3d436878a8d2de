import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { RunInput } from '@spendscope/contracts';
import { exitCodes } from '../../exitCodes';
import { sha256, sha256OfFile } from '../../files/sha256';
import { UserError } from '../../userError';

/** Tables that may be computed elsewhere, each by the file of SQL of its name. */
export const givenTables = [
  'customer_features',
  'customer_actions',
  'customer_rfm',
  'purchase_days',
  'top_category',
] as const;
export type GivenTable = (typeof givenTables)[number];

/** Tables of features that were computed elsewhere: their Parquet files, ascending. */
export interface GivenFeatures {
  files: ReadonlyMap<GivenTable, readonly string[]>;
}

/**
 * Finds what was given: one Parquet file of `customer_features`, or a folder that has a folder of Parquet for each table, as
 * `deploy/spark/customer_features.py` writes it.
 * @throws UserError that says what is missing
 */
export function findGiven(path: string): GivenFeatures {
  if (!existsSync(path)) {
    throw wrong(`${path} is not there`, 'Give the folder that the Spark job wrote, or a Parquet file.');
  }
  if (!statSync(path).isDirectory()) {
    return { files: new Map([['customer_features', [path]]]) };
  }
  return { files: new Map(givenTables.map((table) => [table, filesOf(join(path, table), table)])) };
}

function filesOf(folder: string, table: GivenTable): string[] {
  if (!existsSync(folder)) {
    throw wrong(
      `${folder} is missing`,
      `Let deploy/spark/customer_features.py write all of ${givenTables.join(', ')}; or give one file of customer_features.`
    );
  }
  const names = readdirSync(folder);
  if (!names.includes('_SUCCESS')) {
    throw wrong(`${folder} has no file _SUCCESS, so ${table} is not whole`, 'Let the Spark job end, or run it again.');
  }
  const parts = names.filter((name) => name.endsWith('.parquet')).sort();
  if (parts.length === 0) {
    throw wrong(`${folder} has no Parquet file`, 'Run the Spark job again.');
  }
  return parts.map((name) => join(folder, name));
}

/** What a run notes of them: the same contents have the same hash, whatever their parts are called. */
export async function givenInputs({ files }: GivenFeatures): Promise<RunInput[]> {
  const inputs: RunInput[] = [];
  for (const [table, paths] of files) {
    const hashes: string[] = [];
    for (const path of paths) {
      hashes.push(await sha256OfFile(path));
    }
    const [only] = paths;
    const content = hashes.length === 1 ? hashes[0]! : sha256(hashes.sort().join('\n'));
    inputs.push({
      kind: 'file',
      name: files.size === 1 ? basename(only!) : table,
      content_hash: `sha256:${content}`,
    });
  }
  return inputs;
}

const wrong = (what: string, fix: string): UserError =>
  new UserError(`Features: ${what}.`, fix, { exitCode: exitCodes.usage });
