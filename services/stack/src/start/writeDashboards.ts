import { join } from 'node:path';
import { type Run, indices } from '@spendscope/contracts';
import type { ElasticClient } from '@spendscope/elastic';
import { dashboardFiles, writeFiles } from '../../../../dashboards/src/build';
import type { Facts } from '../../../../dashboards/src/facts';
import { type World, cardWorld } from '../../../../dashboards/src/world';
import type { DataSource } from '../data/dataSource';
import { countCustomers } from '../data/loadedData';
import type { StackPaths } from '../paths';
import { readFacts } from './readFacts';

const field = indices.runs.fields;

/** What of the loaded data stands in Elasticsearch: fields that dashboards cut by, and exact counts. */
export interface Stored {
  has: Facts;
  transactions: number;
  customers: number;
}

/** The world of the data that was loaded: a file's own range, a demo up to now, and what it has. */
export function worldOf(run: Run | undefined, source: DataSource, { has, transactions, customers }: Stored): World {
  const money = { currency: run?.currency ?? cardWorld.currency, timeZone: run?.time_zone ?? cardWorld.timeZone };
  if (source.kind === 'demo') {
    return { ...cardWorld, ...money, has };
  }
  const { data_from: from = cardWorld.from, data_to: to = cardWorld.to } = run ?? {};
  const loaded =
    run?.read === undefined ? {} : { loaded: { read: run.read, rejected: run.rejected ?? 0, transactions, customers } };
  return { ...money, from, to, live: false, has, ...loaded };
}

/**
 * Writes the dashboards for the loaded data into the state folder: currency, time zone, range and the fields that spend
 * is cut by are the data's own, and the committed ones are those of the default demo.
 *
 * @returns the folder
 */
export async function writeDashboards(client: ElasticClient, paths: StackPaths, source: DataSource): Promise<string> {
  const { hits } = await client.search<Run>({
    index: indices.runs.readAs,
    size: 1,
    query: { bool: { filter: [{ term: { [field.kind]: 'ingest' } }, { term: { [field.status]: 'succeeded' } }] } },
    sort: [{ [field.started_at]: 'desc' }],
  });
  const folder = join(paths.state, 'dashboards');
  await writeFiles(folder, dashboardFiles(worldOf(hits.hits[0]?._source, source, await readStored(client))));
  return folder;
}

async function readStored(client: ElasticClient): Promise<Stored> {
  const [has, transactions, customers] = await Promise.all([
    readFacts(client),
    client.count({ index: indices.transactions.readAs, ignore_unavailable: true, allow_no_indices: true }),
    countCustomers(client),
  ]);
  return { has, transactions: transactions.count, customers };
}
