import type { Progress } from '../progress';
import type { Store } from '../store/store';
import type { InputFile } from './classifyFiles';
import { type CompiledEntity, compileEntity, duplicateCheck } from './compileEntity';
import { type EntityName, type Mapping, entityNames } from './mappingSchema';
import { idColumns, markDuplicates } from './markDuplicates';
import { type Reject, readRejects } from './readRejects';
import { type BrokenLine, stageFile, stagingTable } from './stageFile';

export interface Staged {
  entities: Map<EntityName, CompiledEntity>;
  /** rows read, broken lines included */
  read: number;
  /** of each file */
  rows: number[];
  rejects: Reject[];
}

/** Reads all files into staging tables and collects everything that is wrong with them. */
export async function stageFiles(
  store: Store,
  files: readonly InputFile[],
  mapping: Mapping,
  now: Date,
  progress: Progress,
  signal?: AbortSignal
): Promise<Staged> {
  const entities = new Map<EntityName, CompiledEntity>();
  const broken: BrokenLine[][] = [];
  const rows: number[] = [];
  for (const entity of entityNames) {
    await store.run(`DROP TABLE IF EXISTS ${stagingTable(entity)}`);
  }
  for (const [number, file] of files.entries()) {
    signal?.throwIfAborted();
    progress.update('Reading', number, files.length);
    const compiled = entities.get(file.entity) ?? compileEntity(file.entity, mapping, now);
    entities.set(file.entity, compiled);
    const result = await stageFile(store, file, number, compiled);
    broken.push(result.broken);
    rows.push(result.rows + result.broken.length);
  }
  for (const [entity, compiled] of entities) {
    compiled.checks.push(duplicateCheck(idColumnName(entity, mapping)));
    await markDuplicates(store, entity, compiled.checks.length - 1);
  }
  const rejects: Reject[] = [];
  for (const [number, file] of files.entries()) {
    signal?.throwIfAborted();
    const found = await readRejects(store, file, number, entities.get(file.entity)!.checks, broken[number]!);
    for (const reject of found) {
      rejects.push(reject);
    }
  }
  return { entities, read: rows.reduce((sum, count) => sum + count, 0), rows, rejects };
}

/** The id's column as the file calls it. */
function idColumnName(entity: EntityName, mapping: Mapping): string {
  const field = idColumns[entity] === 'customer' ? 'user_id' : idColumns[entity];
  const source = mapping[entity]!.fields[field]!;
  return typeof source === 'string' ? source : 'column' in source ? source.column : field;
}
