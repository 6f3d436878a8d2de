import type { Client } from '@elastic/elasticsearch';
import { backingIndex, indexTemplate } from '@spendscope/contracts';
import { BulkWriteError } from '../bulkTypes';
import { copyDocuments, lastSequence } from './copyDocuments';
import { type IndexShape, type UpgradeNote, metaOf, targetOf } from './indexShapes';
import { requireSameCount } from './sameCount';
import { widenIndex, writeMeta } from './widenIndex';
import { blockWrites, unblockWrites } from './writeBlock';

export interface UpgradeOptions {
  onProgress?: (name: string, copied: number) => void;
  signal?: AbortSignal;
}

/** Batches between two marks of how far a copy is: each is a change of the cluster’s state. */
const pagesPerMark = 10;

/**
 * Brings an index to the contract’s form: in place where fields are only added, else by a copy that readers and writers are
 * moved to in one step. Writes are refused while it copies; the former index is kept for `rollbackIndex`.
 * Interrupted, it goes on where it was.
 */
export async function upgradeIndex(
  client: Client,
  shape: IndexShape,
  options: UpgradeOptions = {}
): Promise<'current' | 'widened' | 'copied'> {
  const { definition, physical, name, version } = shape;
  if (await widenIndex(client, shape)) {
    return version < definition.version ? 'widened' : 'current';
  }
  if (version >= definition.version) {
    throw new Error(
      `${name} has another form than version ${definition.version} of the contract, though it says ${version}.`
    );
  }
  const target = targetOf(shape);
  await blockWrites(client, physical);
  const note = await makeTarget(client, shape, target);
  try {
    await copyRest(client, shape, target, note, options);
    await requireSameCount(client, physical, target);
  } catch (error) {
    // Refused documents will be refused again; of a call that broke off the copy is kept, and with it the block.
    if (error instanceof BulkWriteError) {
      await abandonUpgrade(client, shape);
    }
    throw error;
  }
  const from = await keepFormer(client, shape);
  const switchedAt = await lastSequence(client, target);
  await writeMeta(client, target, (meta) => ({ ...meta, upgrade: { ...meta.upgrade!, from, switchedAt } }));
  await client.indices.updateAliases({
    actions: [
      physical === name ? { remove_index: { index: name } } : { remove: { index: physical, alias: name } },
      { add: { index: target, alias: name, is_write_index: true } },
    ],
  });
  return 'copied';
}

async function makeTarget(client: Client, shape: IndexShape, target: string): Promise<UpgradeNote> {
  const there = await client.indices.get({ index: target, ignore_unavailable: true, allow_no_indices: true });
  const known = metaOf(there[target]).upgrade;
  if (known) {
    return known;
  }
  const { settings, mappings } = indexTemplate(shape.definition).template;
  const upgrade: UpgradeNote = { from: shape.physical, fromVersion: shape.version, copiedTo: -1 };
  await client.indices.create({
    index: target,
    settings: settings as never,
    mappings: { ...mappings, _meta: { ...mappings._meta, upgrade } } as never,
  });
  return upgrade;
}

async function copyRest(
  client: Client,
  { physical, name }: IndexShape,
  target: string,
  note: UpgradeNote,
  { onProgress, signal }: UpgradeOptions
): Promise<void> {
  let pages = 0;
  await copyDocuments(client, physical, target, {
    after: note.copiedTo,
    signal,
    onCopied: async (copiedTo, documents) => {
      onProgress?.(name, documents);
      if (++pages % pagesPerMark === 0) {
        await writeMeta(client, target, (meta) => ({ ...meta, upgrade: { ...note, copiedTo } }));
      }
    },
  });
}

/** An index cannot be renamed, so one that gives its name away is cloned first (hard links, no copy of the data). */
async function keepFormer(client: Client, { physical, name, version }: IndexShape): Promise<string> {
  if (physical !== name) {
    return physical;
  }
  const former = backingIndex(name, version);
  // One that is there is of an attempt that broke off; it may have done so in the middle.
  await client.indices.delete({ index: former, ignore_unavailable: true });
  await client.indices.clone({ index: physical, target: former });
  await requireSameCount(client, physical, former);
  return former;
}

/** Takes back an upgrade that has not switched: the index is as it was. */
export async function abandonUpgrade(client: Client, shape: IndexShape): Promise<void> {
  await client.indices.delete({ index: targetOf(shape), ignore_unavailable: true });
  await unblockWrites(client, shape.physical);
}
