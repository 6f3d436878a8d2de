import { existsSync } from 'node:fs';
import { truthColumns } from '../generate/columns';
import { createToken } from '../ingest/tokens';
import { literal } from '../store/sqlText';
import type { Store } from '../store/store';
import { UserError } from '../userError';
import type { Truth } from './detectionQuality';

interface TruthLine {
  customer_id: string;
  transaction_id: string;
  kind: string;
}

/**
 * The truth file of a generated world, for each transaction of the table `ordered`. Customers are known by token only,
 * so the file's are put under the same key.
 *
 * @throws UserError where the file is missing, is no truth file, or tells of other data
 */
export async function readTruth(store: Store, file: string, key: Buffer): Promise<Truth> {
  const [profiles, anomalies] = [await linesOf(store, file, 'profile'), await linesOf(store, file, 'anomaly')];
  const styles = new Map(profiles.map((line) => [createToken(key, 'customer', line.customer_id), line.kind]));
  const kinds = new Map(anomalies.map((line) => [line.transaction_id, line.kind]));
  const truth = { kinds: [] as string[], styles: [] as string[] };
  let met = 0;
  for await (const [users, ids] of store.columns('SELECT user_id, transaction_id FROM ordered')) {
    for (let i = 0; i < ids!.length; i++) {
      const kind = kinds.get(ids![i] as string) ?? '';
      met += kind === '' ? 0 : 1;
      truth.kinds.push(kind);
      truth.styles.push(styles.get(users![i] as string) ?? '');
    }
  }
  if (met === 0) {
    throw new UserError(
      `None of the ${kinds.size} anomalies of ${file} is among the loaded transactions.`,
      'Give the truth file that was generated with the data that is loaded.'
    );
  }
  return truth;
}

async function linesOf(store: Store, file: string, label: string): Promise<TruthLine[]> {
  if (!existsSync(file)) {
    throw new UserError(`There is no file ${file}.`, 'Give the truth.csv that "spendscope generate" wrote.');
  }
  const types = truthColumns.map((name) => `${literal(name)}: 'VARCHAR'`).join(', ');
  try {
    return await store.rows<TruthLine>(
      `SELECT customer_id, transaction_id, kind FROM read_csv(${literal(file)}, header = true, columns = {${types}})
       WHERE label = ${literal(label)}`
    );
  } catch (cause) {
    throw new UserError(`${file} is no truth file.`, `Its columns must be ${truthColumns.join(', ')}.`, { cause });
  }
}
