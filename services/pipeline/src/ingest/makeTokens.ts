import type { Store } from '../store/store';
import { UserError } from '../userError';
import type { EntityName } from './mappingSchema';
import { stagingTable } from './stageFile';
import { createToken } from './tokens';

/**
 * Makes the temporary table `tokens(original, token)` of every customer in the staged rows.
 *
 * @throws UserError where two originals share a token: 50 bits make that unlikely (one in 2,000 at a million customers),
 * and going on would mix two people.
 */
export async function makeTokens(store: Store, entities: readonly EntityName[], key: Buffer): Promise<number> {
  await store.run('CREATE OR REPLACE TABLE work.tokens (original VARCHAR, token VARCHAR)');
  const staged = entities.map((entity) => `SELECT customer FROM ${stagingTable(entity)} WHERE problem IS NULL`);
  await store.run(
    `CREATE OR REPLACE TABLE work.originals AS SELECT DISTINCT customer FROM (${staged.join(' UNION ALL ')})`
  );
  const appender = await store.appender('tokens');
  let count = 0;
  for await (const [originals] of store.columns('SELECT customer FROM originals')) {
    for (const original of originals as string[]) {
      appender.appendVarchar(original);
      appender.appendVarchar(createToken(key, 'customer', original));
      appender.endRow();
      count++;
    }
  }
  appender.closeSync();
  await store.run('DROP TABLE originals');
  const [twice] = await store.rows<{ token: string }>(
    'SELECT token FROM tokens GROUP BY token HAVING count(*) > 1 LIMIT 1'
  );
  if (twice) {
    throw tokenCollision(twice.token);
  }
  return count;
}

/** Takes the tokens of erased people away again: rows without a token are not stored. Returns how many rows that are. */
export async function leaveOutErased(store: Store, entities: readonly EntityName[]): Promise<number> {
  const present = 'SELECT original FROM tokens SEMI JOIN erased USING (token)';
  const { n: people } = await store.one<{ n: number }>(`SELECT count(*) AS n FROM (${present})`);
  if (people === 0) {
    return 0;
  }
  let rows = 0;
  for (const entity of entities) {
    const { n } = await store.one<{ n: number }>(
      `SELECT count(*) AS n FROM ${stagingTable(entity)} WHERE problem IS NULL AND customer IN (${present})`
    );
    rows += n;
  }
  await store.run('DELETE FROM tokens WHERE token IN (SELECT token FROM erased)');
  return rows;
}

export function tokenCollision(token: string): UserError {
  return new UserError(
    `Two different customers have the token ${token}, so nothing was written.`,
    'Start with a new token key in an empty system (npm run reset), or tell us: this should happen about never.'
  );
}
