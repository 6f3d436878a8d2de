import { type Identity, indices } from '@spendscope/contracts';
import { type ElasticClient, bulkEntry, bulkWrite } from '@spendscope/elastic';
import type { Store } from '../store/store';
import { tokenCollision } from './makeTokens';
import { createToken } from './tokens';

/** Full addresses kept of one customer; the first ones of each ingest beyond that are enough to reveal. */
export const mostIps = 50;

/** Customers of one look-up and one body, which with all their addresses stays below 5 MB. */
const batchSize = 5_000;

export interface Original {
  token: string;
  original: string;
  name: string | null;
  card: string | null;
  ips: string | null;
}

/** Which of the staged tables there are, and whether they have what only identities keep. */
export interface IdentitySources {
  /** tables with a column `ip` */
  withIp: readonly string[];
  customers?: { table: string; name: boolean; card: boolean };
}

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
    for await (const columns of store.columns(originalsSql(sources))) {
      const [tokens, originals, names, cards, ips] = columns as (string | null)[][];
      for (let i = 0; i < tokens!.length; i++) {
        waiting.push({
          token: tokens![i]!,
          original: originals![i]!,
          name: names![i]!,
          card: cards![i]!,
          ips: ips![i]!,
        });
        if (waiting.length >= batchSize) {
          yield await identityBatch(client, key, waiting, at, anyKnown);
          waiting = [];
        }
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

function originalsSql({ withIp, customers }: IdentitySources): string {
  const pairs = withIp.map((table) => `SELECT customer, ip FROM ${table} WHERE problem IS NULL AND ip IS NOT NULL`);
  const ips = pairs.length
    ? `SELECT customer, string_agg(ip, ',' ORDER BY ip) AS ips FROM (
         SELECT customer, ip, row_number() OVER (PARTITION BY customer ORDER BY ip) AS n
         FROM (SELECT DISTINCT customer, ip FROM (${pairs.join(' UNION ALL ')})))
       WHERE n <= ${mostIps} GROUP BY customer`
    : 'SELECT NULL::VARCHAR AS customer, NULL::VARCHAR AS ips LIMIT 0';
  const people = customers
    ? `SELECT customer, ${customers.name ? 'name' : 'NULL::VARCHAR'} AS name, ${customers.card ? 'card' : 'NULL::VARCHAR'} AS card
       FROM ${customers.table} WHERE problem IS NULL`
    : 'SELECT NULL::VARCHAR AS customer, NULL::VARCHAR AS name, NULL::VARCHAR AS card LIMIT 0';
  return `SELECT token, original, name, card, ips FROM tokens
    LEFT JOIN (${people}) people ON people.customer = original
    LEFT JOIN (${ips}) ips ON ips.customer = original`;
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
