import { statSync } from 'node:fs';
import { basename } from 'node:path';
import { exitCodes } from '../exitCodes';
import { literal } from '../store/sqlText';
import type { Store } from '../store/store';
import { UserError } from '../userError';
import { missingColumns } from './compileEntity';
import { columnsOf } from './fieldSql';
import { type EntityName, type Mapping, entityNames } from './mappingSchema';
import { type ProbedFile, probeFile } from './probeFile';

/** Messages as JSON lines that we wrote ourselves: none need have every key. */
export interface DrainedFile {
  path: string;
  entity: EntityName;
}

/** File patterns by what is in them; `files` are recognised by their columns. */
export interface InputFiles extends Partial<Record<EntityName, string[]>> {
  files?: string[];
  drained?: readonly DrainedFile[];
}

export interface InputFile extends ProbedFile {
  entity: EntityName;
  /** DuckDB's type by column, for Parquet */
  types: Record<string, string>;
}

/** Finds the files of all patterns and what each holds. */
export async function classifyFiles(store: Store, input: InputFiles, mapping: Mapping): Promise<InputFile[]> {
  const found = (input.drained ?? []).map((file) => asInput(file, mapping));
  for (const entity of [...entityNames, undefined]) {
    for (const pattern of (entity ? input[entity] : input.files) ?? []) {
      for (const path of await expand(store, pattern)) {
        found.push(await classify(store, path, entity, mapping));
      }
    }
  }
  if (found.length === 0) {
    throw new UserError('No file is given.', 'Name at least one: spendscope ingest --preset card FILE…', {
      exitCode: exitCodes.usage,
    });
  }
  return found.sort((a, b) => entityNames.indexOf(a.entity) - entityNames.indexOf(b.entity));
}

function asInput({ path, entity }: DrainedFile, mapping: Mapping): InputFile {
  const header = [...new Set(Object.values(mapping[entity]!.fields).flatMap(columnsOf))];
  const bytes = statSync(path).size;
  return { path, entity, header, format: 'jsonl', gzip: false, delimiter: ',', bytes, types: {} };
}

async function expand(store: Store, pattern: string): Promise<string[]> {
  if (!/[*?[\]{}]/.test(pattern)) {
    return [pattern];
  }
  const rows = await store.rows<{ file: string }>(`SELECT file FROM glob(${literal(pattern)}) ORDER BY file`);
  if (rows.length === 0) {
    throw new UserError(
      `No file matches ${pattern}.`,
      'Check the pattern; quote it, so that the shell leaves it alone.'
    );
  }
  return rows.map((row) => row.file);
}

async function classify(
  store: Store,
  path: string,
  wanted: EntityName | undefined,
  mapping: Mapping
): Promise<InputFile> {
  const probed = await probeFile(path);
  const types = probed.format === 'parquet' ? await parquetTypes(store, path) : {};
  const header = probed.format === 'parquet' ? Object.keys(types) : probed.header;
  const entity = wanted ?? recognise(path, header, mapping);
  if (!mapping[entity]) {
    throw new UserError(`The mapping for ${mapping.world} knows no ${entity}.`, `Leave --${entity} out.`, {
      exitCode: exitCodes.usage,
    });
  }
  const missing = missingColumns(entity, mapping, header);
  if (missing.length > 0) {
    throw new UserError(
      `${path}, line 1: ${missing.length === 1 ? 'the column' : 'the columns'} ${missing.map((name) => `"${name}"`).join(', ')} ${missing.length === 1 ? 'is' : 'are'} missing (found: ${header.slice(0, 20).join(', ')}).`,
      `Add what is missing, or describe this file by a mapping: spendscope ingest --infer ${path}`
    );
  }
  return { ...probed, header, entity, types };
}

/** The entity all of whose columns the file has; the file's name decides where several fit. */
function recognise(path: string, header: readonly string[], mapping: Mapping): EntityName {
  const fitting = entityNames.filter(
    (entity) => mapping[entity] && missingColumns(entity, mapping, header).length === 0
  );
  const named = entityNames.find((entity) => basename(path).toLowerCase().includes(entity.slice(0, -1)));
  const [only] = fitting;
  if (fitting.length === 1 && only) {
    return only;
  }
  if (named && (fitting.length === 0 || fitting.includes(named))) {
    return named;
  }
  throw new UserError(
    `It is not clear from its columns (${header.slice(0, 20).join(', ')}) what ${path} holds.`,
    'Say it: --transactions FILE, --customers FILE or --actions FILE; and check --preset.',
    { exitCode: exitCodes.usage }
  );
}

async function parquetTypes(store: Store, path: string): Promise<Record<string, string>> {
  try {
    const rows = await store.rows<{ column_name: string; column_type: string }>(
      `SELECT column_name, column_type FROM (DESCRIBE SELECT * FROM read_parquet(${literal(path)}))`
    );
    return Object.fromEntries(rows.map((row) => [row.column_name, row.column_type]));
  } catch (cause) {
    throw new UserError(`${path} is a damaged Parquet file.`, 'Copy or export it again.', { cause });
  }
}
