import type { Client } from '@elastic/elasticsearch';
import { copyDocuments, dropAbsent } from './copyDocuments';
import { type IndexShape, targetOf } from './indexShapes';
import { requireSameCount } from './sameCount';
import { abandonUpgrade } from './upgradeIndex';
import { blockWrites, unblockWrites } from './writeBlock';

export interface Rollback {
  /** documents written or changed since the upgrade, which were carried back */
  carried: number;
  /** documents deleted since, which were deleted in the former index, too: who was erased stays erased */
  dropped: number;
}

/**
 * Moves readers and writers back to the index that an upgrade by copy came from, with what has happened since.
 *
 * @returns undefined where there is nothing to take back.
 * @throws BulkWriteError where the former form cannot hold a newer document; then nothing was switched.
 */
export async function rollbackIndex(client: Client, shape: IndexShape): Promise<Rollback | undefined> {
  const { physical, name, upgrade } = shape;
  if (!upgrade || upgrade.switchedAt === undefined) {
    return takeBackHalf(client, shape);
  }
  const former = upgrade.from;
  if (!(await client.indices.exists({ index: former }))) {
    return undefined;
  }
  await blockWrites(client, physical);
  await unblockWrites(client, former);
  try {
    const carried = await copyDocuments(client, physical, former, { after: upgrade.switchedAt });
    const dropped = await dropAbsent(client, former, physical);
    await requireSameCount(client, physical, former);
    await client.indices.updateAliases({
      actions: [
        { remove: { index: physical, alias: name } },
        { add: { index: former, alias: name, is_write_index: true } },
      ],
    });
    await client.indices.delete({ index: physical });
    return { carried, dropped };
  } catch (error) {
    await unblockWrites(client, physical).catch(() => undefined);
    throw error;
  }
}

/** An upgrade that broke off before it switched. */
async function takeBackHalf(client: Client, shape: IndexShape): Promise<Rollback | undefined> {
  const target = targetOf(shape);
  if (target === shape.physical || !(await client.indices.exists({ index: target }))) {
    return undefined;
  }
  await abandonUpgrade(client, shape);
  return { carried: 0, dropped: 0 };
}
