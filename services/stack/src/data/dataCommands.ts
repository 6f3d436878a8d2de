import { join } from 'node:path';
import type { DataSource } from './dataSource';

/** One call of the `spendscope` command line. */
export interface DataCommand {
  title: string;
  args: string[];
}

/** What brings a source into Elasticsearch: files (generated where it is the demo), ingest, analysis. */
export function dataCommands(source: DataSource, demoFolder: string): DataCommand[] {
  const analyze: DataCommand = { title: 'segments, churn and anomalies', args: ['analyze'] };
  if (source.kind === 'demo') {
    return [generate(source, demoFolder), ingestDemo(source.world, demoFolder), analyze];
  }
  const options = [
    ...(source.preset ? ['--preset', source.preset] : []),
    ...(source.mapping ? ['--mapping', source.mapping] : []),
    ...source.customers.flatMap((file) => ['--customers', file]),
    ...source.transactions.flatMap((file) => ['--transactions', file]),
  ];
  return [{ title: 'ingest', args: ['ingest', ...options] }, analyze];
}

function generate(source: Extract<DataSource, { kind: 'demo' }>, folder: string): DataCommand {
  const { world, users, transactions, seed } = source;
  const options = { world, users, transactions, seed, out: folder };
  return {
    title: 'demo data',
    args: ['generate', ...Object.entries(options).flatMap(([k, v]) => [`--${k}`, String(v)])],
  };
}

function ingestDemo(world: string, folder: string): DataCommand {
  const file = (name: string): string => join(folder, `${name}.csv`);
  return {
    title: 'ingest',
    args: ['ingest', '--preset', world, '--customers', file('customers'), '--transactions', file('transactions')],
  };
}
