import { join } from 'node:path';
import { orderTransactions } from '../analyze/detect/streamHistories';
import type { WorldName } from '../generate/columns';
import { generateWorld } from '../generate/generateWorld';
import { createSchema } from '../store/schema';
import { literal } from '../store/sqlText';
import { Store } from '../store/store';
import type { TestWorkspace } from './workspace';

const networkOf = (column: string): string => `regexp_replace(${column}, '\\.\\d+$', '.0')`;

/** What each world's file calls the columns of the store's transactions. */
const mapped: Record<WorldName, string> = {
  card: `transaction_id, NULL, customer_id, amount, currency, type, category_large, category_mid, merchant, channel`,
  play: `transaction_id, NULL, player_id, amount, currency, type, game, "table", NULL, client`,
  commerce: `order_id, NULL, customer_id, amount, currency, type, department, category, brand, device`,
};

export interface LoadedWorld {
  store: Store;
  /** transactions, in the store's `ordered` */
  rows: number;
  /** the generated truth.csv */
  truth: string;
}

/** Generates a world and loads its transactions into the workspace's store, without Elasticsearch. */
export async function loadWorld(
  workspace: TestWorkspace,
  world: WorldName,
  size: { users: number; transactions: number; seed: number }
): Promise<LoadedWorld> {
  const out = join(workspace.root, 'data');
  await generateWorld({ world, ...size, end: new Date('2026-03-01T09:00:00Z'), out, format: 'csv' });
  const store = await Store.open(workspace.folder);
  await createSchema(store);
  const time = world === 'commerce' ? 'ordered_at' : 'timestamp';
  await store.run(`INSERT INTO transactions SELECT 1, row_number() OVER (), CAST(${time} AS TIMESTAMP), ${mapped[world]},
    ${networkOf('ip')}, lat, lon, country FROM read_csv(${literal(join(out, 'transactions.csv'))})`);
  await orderTransactions(store, 'Asia/Seoul');
  const { rows } = await store.one<{ rows: number }>('SELECT count(*) AS rows FROM ordered');
  return { store, rows, truth: join(out, 'truth.csv') };
}
