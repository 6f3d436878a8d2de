import { join } from 'node:path';
import type { LoadableSource } from './dataSource';

/** One call of the `spendscope` command line. */
export interface DataCommand {
  title: string;
  args: string[];
  /** The start goes on without what it would have brought. */
  optional?: true;
}

export interface DataCommandInput {
  source: LoadableSource;
  demoFolder: string;
  /** Last instant of the demo; the same for a load that goes on after a kill, so that its files are the same. */
  end: string;
  /** Whether what an earlier load left is dropped first. */
  replace: boolean;
}

/** Two whole years and the quarter before them, so that every quarter of a year has the same one of the year before. */
const demoDays = 830;

/** What brings a source into Elasticsearch: files (generated where it is the demo), ingest, analysis. */
export function dataCommands({ source, demoFolder, end, replace }: DataCommandInput): DataCommand[] {
  const ingest: DataCommand = {
    title: 'ingest',
    args: ['ingest', ...(replace ? ['--replace'] : []), ...ingestOptions(source, demoFolder)],
  };
  const analyze: DataCommand = { title: 'segments, churn and anomalies', args: ['analyze'] };
  // Data of too few customers has no model of churn to look after.
  const monitor: DataCommand = { title: 'how well the models hold', args: ['monitor-models'], optional: true };
  const loaded = [ingest, analyze, monitor];
  return source.kind === 'demo' ? [generate(source, demoFolder, end), ...loaded] : loaded;
}

function generate(source: Extract<LoadableSource, { kind: 'demo' }>, folder: string, end: string): DataCommand {
  const { world, users, transactions, seed } = source;
  const options = { world, users, transactions, seed, end, days: demoDays, out: folder };
  const args = Object.entries(options).flatMap(([name, value]) => [`--${name}`, String(value)]);
  return { title: 'demo files', args: ['generate', ...args] };
}

function ingestOptions(source: LoadableSource, demoFolder: string): string[] {
  if (source.kind === 'demo') {
    const files = ['customers', 'transactions', 'actions'];
    return ['--preset', source.world, ...files.flatMap((name) => [`--${name}`, join(demoFolder, `${name}.csv`)])];
  }
  return [
    ...(source.preset ? ['--preset', source.preset] : []),
    ...(source.mapping ? ['--mapping', source.mapping] : []),
    ...(source.customers.length > 0 ? ['--customers', ...source.customers] : []),
    ...(source.transactions.length > 0 ? ['--transactions', ...source.transactions] : []),
  ];
}
