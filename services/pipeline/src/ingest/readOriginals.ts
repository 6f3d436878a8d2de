import type { Store } from '../store/store';

/** Full addresses kept of one customer; the first ones of each ingest beyond that are enough to reveal. */
export const mostIps = 50;

export interface Original {
  token: string;
  original: string;
  name: string | null;
  card: string | null;
  ips: string | null;
}

/** Which of the staged tables there are, and whether they have what only identities keep. */
export interface IdentitySources {
  /** about how many rows they have, all together */
  rows: number;
  /** tables with a column `ip` */
  withIp: readonly string[];
  customers?: { table: string; name: boolean; card: boolean };
}

/**
 * Every customer with what only identities keep. DuckDB holds ordered lists in memory whatever its limit, so that of
 * more than `rowsOfPart` rows the customers are read in parts.
 */
export async function* readOriginals(
  store: Store,
  sources: IdentitySources,
  rowsOfPart = 2_000_000
): AsyncGenerator<Original> {
  const parts = Math.max(Math.ceil(sources.rows / rowsOfPart), 1);
  for (let part = 0; part < parts; part++) {
    const inPart = (customer: string): string => (parts === 1 ? 'true' : `hash(${customer}) % ${parts} = ${part}`);
    for await (const columns of store.columns(originalsSql(sources, inPart))) {
      const [tokens, originals, names, cards, ips] = columns as (string | null)[][];
      for (let i = 0; i < tokens!.length; i++) {
        yield { token: tokens![i]!, original: originals![i]!, name: names![i]!, card: cards![i]!, ips: ips![i]! };
      }
    }
  }
}

/** @param inPart condition by which a customer belongs to the part that is read */
function originalsSql({ withIp, customers }: IdentitySources, inPart: (customer: string) => string): string {
  const pairs = withIp.map(
    (table) => `SELECT customer, ip FROM ${table} WHERE problem IS NULL AND ip IS NOT NULL AND ${inPart('customer')}`
  );
  const ips = pairs.length
    ? `SELECT customer, string_agg(ip, ',' ORDER BY ip) AS ips FROM (
         SELECT customer, ip, row_number() OVER (PARTITION BY customer ORDER BY ip) AS n
         FROM (SELECT DISTINCT customer, ip FROM (${pairs.join(' UNION ALL ')})))
       WHERE n <= ${mostIps} GROUP BY customer`
    : 'SELECT NULL::VARCHAR AS customer, NULL::VARCHAR AS ips LIMIT 0';
  const people = customers
    ? `SELECT customer, ${customers.name ? 'name' : 'NULL::VARCHAR'} AS name, ${customers.card ? 'card' : 'NULL::VARCHAR'} AS card
       FROM ${customers.table} WHERE problem IS NULL AND ${inPart('customer')}`
    : 'SELECT NULL::VARCHAR AS customer, NULL::VARCHAR AS name, NULL::VARCHAR AS card LIMIT 0';
  return `SELECT token, original, name, card, ips FROM tokens
    LEFT JOIN (${people}) people ON people.customer = original
    LEFT JOIN (${ips}) ips ON ips.customer = original
    WHERE ${inPart('original')}`;
}
