import { type Client, errors } from '@elastic/elasticsearch';
import { type IndexMeta, type IndexShape, metaOf } from './indexShapes';

/**
 * Adds the fields that the contract has and the index has not, in place.
 *
 * @returns false where Elasticsearch refuses, because a field that is there would become another one.
 */
export async function widenIndex(client: Client, { physical, definition }: IndexShape): Promise<boolean> {
  const meta = metaOf((await client.indices.get({ index: physical }))[physical]);
  // An older program leaves the mark of a newer one: the mapping still is the newer.
  const version = Math.max(meta.version ?? 0, definition.version);
  try {
    await client.indices.putMapping({
      index: physical,
      properties: definition.mapping as never,
      _meta: { ...meta, version },
    });
    return true;
  } catch (error) {
    if (error instanceof errors.ResponseError && error.statusCode === 400) {
      return false;
    }
    throw error;
  }
}

/** Changes what the index says of itself. */
export async function writeMeta(client: Client, index: string, change: (meta: IndexMeta) => IndexMeta): Promise<void> {
  const meta = metaOf((await client.indices.get({ index }))[index]);
  await client.indices.putMapping({ index, _meta: { ...change(meta) } });
}
