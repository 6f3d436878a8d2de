import type { Store } from '../store/store';
import { countryOf } from './countryOf';
import { cutIp } from './cutIp';

/** SQL key of an address in the table `networks`: its first three octets, or all of an IPv6 address. */
export const networkKey = (ip: string): string =>
  `CASE WHEN contains(${ip}, ':') THEN ${ip} ELSE regexp_extract(${ip}, '^(\\d+\\.\\d+\\.\\d+)', 1) END`;

/** Makes the temporary table `networks(key, cut, country)` of every address in the given staging tables. */
export async function makeNetworks(store: Store, tables: readonly string[]): Promise<void> {
  await store.run('CREATE OR REPLACE TABLE work.networks (key VARCHAR, cut VARCHAR, country VARCHAR)');
  if (tables.length === 0) {
    return;
  }
  const staged = tables.map((table) => `SELECT ip FROM ${table} WHERE problem IS NULL AND ip IS NOT NULL`);
  await store.run(
    `CREATE OR REPLACE TABLE work.network_keys AS
     SELECT DISTINCT ${networkKey('ip')} AS key FROM (${staged.join(' UNION ALL ')})`
  );
  const appender = await store.appender('networks');
  for await (const [keys] of store.columns('SELECT key FROM network_keys')) {
    for (const key of keys as string[]) {
      const address = key.includes(':') ? key : `${key}.0`;
      const country = countryOf(address);
      appender.appendVarchar(key);
      appender.appendVarchar(cutIp(address));
      if (country) {
        appender.appendVarchar(country);
      } else {
        appender.appendNull();
      }
      appender.endRow();
    }
  }
  appender.closeSync();
  await store.run('DROP TABLE network_keys');
}
