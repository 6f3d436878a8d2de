import { type Identity, indices } from '@spendscope/contracts';
import { type ElasticClient, bulkEntry, bulkWrite } from '@spendscope/elastic';
import type { Store } from '../store/store';
import { tokenCollision } from './makeTokens';
import { type IdentitySources, type Original, mostIps, readOriginals } from './readOriginals';
import { createToken } from './tokens';

/** Customers of one look-up and one body, which with all their addresses stays below 5 MB. */
const batchSize = 5_000;

/**
 * Writes token → original into the identities index, which no Grafana user can read: name, full addresses, and the card
 * under a token of its own. What was known before is kept and added to.
 */
export async function saveIdentities(
  store: Store,
  client: ElasticClient,
  key: Buffer,
  sources: IdentitySources,
  at: Date,
  signal?: AbortSignal
): Promise<number> {
  let saved = 0;
  const index = indices.identities.name;
  await client.indices.refresh({ index });
  // In a new system there is nothing to look up, which halves the time.
  const anyKnown = (await client.count({ index })).count > 0;
  async function* batches(): AsyncGenerator<{ body: string; documents: number }> {
    let waiting: Original[] = [];
    for await (const original of readOriginals(store, sources)) {
      waiting.push(original);
      if (waiting.length >= batchSize) {
        yield await identityBatch(client, key, waiting, at, anyKnown);
        waiting = [];
      }
    }
    if (waiting.length > 0) {
      yield await identityBatch(client, key, waiting, at, anyKnown);
    }
  }
  await bulkWrite(client, batches(), {
    signal,
    onProgress: (stats) => {
      saved = stats.documents;
    },
  });
  await client.indices.refresh({ index });
  return saved;
}

/** A batch that writes these identities, with what was known of them before (nothing where `anyKnown` is false). */
export async function identityBatch(
  client: ElasticClient,
  key: Buffer,
  originals: readonly Original[],
  at: Date,
  anyKnown = true
): Promise<{ body: string; documents: number }> {
  const index = indices.identities.name;
  const known = anyKnown ? await readKnown(client, originals) : new Map<string, Identity | undefined>();
  let body = '';
  let documents = 0;
  const add = (identity: Identity): void => {
    body += bulkEntry(index, identity.token, identity);
    documents++;
  };
  for (const person of originals) {
    const before = known.get(person.token);
    if (before && before.original !== person.original) {
      throw tokenCollision(person.token);
    }
    const ips = [...new Set([...(before?.full_ips ?? []), ...(person.ips?.split(',') ?? [])])].slice(0, 4 * mostIps);
    const name = person.name ?? before?.name;
    const firstSeen = before?.first_seen ?? at.toISOString();
    add({
      token: person.token,
      kind: 'customer',
      original: person.original,
      ...(name ? { name } : {}),
      ...(ips.length > 0 ? { full_ips: ips } : {}),
      first_seen: firstSeen,
    });
    if (person.card) {
      add({ token: createToken(key, 'card', person.card), kind: 'card', original: person.card, first_seen: firstSeen });
    }
  }
  return { body, documents };
}

async function readKnown(
  client: ElasticClient,
  originals: readonly Original[]
): Promise<Map<string, Identity | undefined>> {
  const { docs } = await client.mget<Identity>({
    index: indices.identities.name,
    ids: originals.map(({ token }) => token),
  });
  return new Map(docs.map((doc) => [doc._id, '_source' in doc ? doc._source : undefined]));
}
