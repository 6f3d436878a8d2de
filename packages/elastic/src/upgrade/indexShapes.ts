import type { Client, estypes } from '@elastic/elasticsearch';
import { type IndexDefinition, allIndices, backingIndex, publicName } from '@spendscope/contracts';

/** What an index that was made by an upgrade tells of it, in its mapping’s `_meta`. */
export interface UpgradeNote {
  /** physical index whose documents it holds, kept until the upgrade is confirmed */
  from: string;
  fromVersion: number;
  /** sequence number in `from` up to which documents are copied: where an interrupted copy goes on */
  copiedTo: number;
  /** its own last sequence number when readers and writers were moved to it; what is above was written afterwards */
  switchedAt?: number;
}

/** A physical index, and the name that readers and writers know it by. */
export interface IndexShape {
  definition: IndexDefinition;
  /** an index, or an alias of one since a first upgrade by copy */
  name: string;
  physical: string;
  /** of the contract that its mapping holds; 0 where it does not say */
  version: number;
  upgrade?: UpgradeNote;
}

export interface IndexMeta {
  version?: number;
  upgrade?: UpgradeNote;
}

export const metaOf = (state: estypes.IndicesIndexState | undefined): IndexMeta =>
  (state?.mappings?._meta ?? {}) as IndexMeta;

/** Where a copy of the index in the contract’s form lies. */
export const targetOf = ({ name, definition }: IndexShape): string => backingIndex(name, definition.version);

/**
 * The indices that an upgrade is about, in the order of the contract. Not those of runs: each run has its own, in the form
 * of the program that made it.
 */
export async function indexShapes(
  client: Client,
  definitions: readonly IndexDefinition[] = allIndices
): Promise<IndexShape[]> {
  const lasting = definitions.filter(({ layout }) => layout !== 'run');
  const shapes = await Promise.all(lasting.map((definition) => shapesOf(client, definition)));
  return shapes.flat();
}

async function shapesOf(client: Client, definition: IndexDefinition): Promise<IndexShape[]> {
  const found = await client.indices.get({
    index: definition.pattern,
    allow_no_indices: true,
    ignore_unavailable: true,
  });
  return Object.entries(found).map(([physical, state]) => {
    const { version = 0, upgrade } = metaOf(state);
    return { definition, name: publicName(physical), physical, version, ...(upgrade ? { upgrade } : {}) };
  });
}
