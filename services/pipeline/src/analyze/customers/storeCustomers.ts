import { anomalyFloor } from '@spendscope/contracts';
import type { Store } from '../../store/store';
import { readCustomers } from './readCustomers';
import { scoreCustomers } from './scoreCustomers';

/**
 * Scores the customers of `features` and `customer_scores` and puts those at or above the floor into the table
 * `scored_customers`, from which documents are made; returns how many.
 */
export async function storeCustomers(
  store: Store,
  modelVersion: string,
  options: { seed: number; contamination?: number }
): Promise<number> {
  await store.run('CREATE OR REPLACE TABLE work.scored_customers (user_id VARCHAR, strangest BIGINT, part VARCHAR)');
  const customers = await readCustomers(store);
  if (customers.ids.length === 0) {
    return 0;
  }
  const scores = scoreCustomers(customers, modelVersion, options);
  const appender = await store.appender('scored_customers');
  let stored = 0;
  for (const [row, score] of scores.together.entries()) {
    if (score >= anomalyFloor) {
      appender.appendVarchar(customers.ids[row]!);
      appender.appendBigInt(BigInt(customers.strangest[row]!));
      appender.appendVarchar(JSON.stringify(scores.scoreOf(row)).slice(1, -1));
      appender.endRow();
      stored++;
    }
  }
  appender.closeSync();
  return stored;
}
