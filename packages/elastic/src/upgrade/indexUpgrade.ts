import type { Client } from '@elastic/elasticsearch';
import { type IndexDefinition, allIndices } from '@spendscope/contracts';
import { putTemplates } from '../installTemplates';
import { type IndexShape, indexShapes, targetOf } from './indexShapes';
import { type Rollback, rollbackIndex } from './rollbackIndex';
import { type UpgradeOptions, upgradeIndex } from './upgradeIndex';

export interface IndexStatus {
  name: string;
  physical: string;
  version: number;
  /** of the contract of this program */
  wanted: number;
  state: 'current' | 'older' | 'newer' | 'copying';
  /** the index before the last upgrade, where it is still kept */
  former?: string;
}

/** How far each index is from the contract of this program; changes nothing. */
export async function indicesStatus(
  client: Client,
  definitions: readonly IndexDefinition[] = allIndices
): Promise<IndexStatus[]> {
  const shapes = await indexShapes(client, definitions);
  return Promise.all(shapes.map((shape) => statusOf(client, shape)));
}

async function statusOf(client: Client, shape: IndexShape): Promise<IndexStatus> {
  const { name, physical, version, upgrade } = shape;
  const wanted = shape.definition.version;
  const kept = upgrade !== undefined && (await client.indices.exists({ index: upgrade.from }));
  const copying = version < wanted && (await client.indices.exists({ index: targetOf(shape) }));
  const state = copying ? 'copying' : version < wanted ? 'older' : version > wanted ? 'newer' : 'current';
  return { name, physical, version, wanted, state, ...(kept ? { former: upgrade.from } : {}) };
}

/** Installs the contract’s templates, then brings every index to them; see `upgradeIndex`. */
export async function upgradeIndices(
  client: Client,
  options: UpgradeOptions = {},
  definitions: readonly IndexDefinition[] = allIndices
): Promise<{ name: string; outcome: 'current' | 'widened' | 'copied' }[]> {
  await putTemplates(client, definitions);
  const done = [];
  for (const shape of await indexShapes(client, definitions)) {
    options.signal?.throwIfAborted();
    done.push({ name: shape.name, outcome: await upgradeIndex(client, shape, options) });
  }
  return done;
}

/** Takes back what the last upgrade copied; what it only widened stays, which programs of before can write to. */
export async function rollbackIndices(
  client: Client,
  definitions: readonly IndexDefinition[] = allIndices
): Promise<({ name: string } & Rollback)[]> {
  const done = [];
  for (const shape of await indexShapes(client, definitions)) {
    const outcome = await rollbackIndex(client, shape);
    if (outcome) {
      done.push({ name: shape.name, ...outcome });
    }
  }
  return done;
}

/** Deletes the former indices: there is no way back then. @returns their names. */
export async function confirmUpgrade(
  client: Client,
  definitions: readonly IndexDefinition[] = allIndices
): Promise<string[]> {
  const formers = (await indicesStatus(client, definitions)).flatMap(({ former }) => former ?? []);
  for (const index of formers) {
    await client.indices.delete({ index });
  }
  return formers;
}
