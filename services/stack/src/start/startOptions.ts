import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { Command, InvalidArgumentError, Option } from 'commander';
import type { LoadableSource } from '../data/dataSource';
import { StackError } from '../stackError';

export interface StartOptions {
  /** What to show; undefined: what was loaded before, else the default demo. */
  source: LoadableSource | undefined;
  feed: boolean;
  resetData: boolean;
  /** Whether to make one user for each part on the server that ELASTICSEARCH_URL names. */
  makeUsers: boolean;
}

interface Flags {
  transactions: string[];
  customers: string[];
  preset?: string;
  mapping?: string;
  world?: string;
  users?: number;
  demoTransactions?: number;
  seed?: number;
  feed: boolean;
  resetData: boolean;
  makeUsers: boolean;
}

export const defaultDemo = { kind: 'demo', world: 'card', users: 20_000, transactions: 400_000, seed: 7 } as const;

/** Transactions for each customer of a demo whose number of transactions was not given. */
const transactionsPerUser = 20;

export function startCommand(): Command {
  return new Command('npm start --')
    .description('Starts Elasticsearch, loads data, and starts the API and Grafana or the preview host.')
    .option('--transactions <file...>', 'your transactions: CSV, JSONL or Parquet', [])
    .option('--customers <file...>', 'your customers', [])
    .option('--preset <name>', 'what the columns mean: card, play, commerce, online-retail, ecommerce-churn')
    .option('--mapping <file>', 'a mapping file of yours instead of a preset')
    .addOption(new Option('--world <name>', 'demo world (default: card)').choices(['card', 'play', 'commerce']))
    .option('--users <count>', 'customers of the demo (default: 20000)', wholeNumber)
    .option(
      '--demo-transactions <count>',
      `transactions of the demo (default: ${transactionsPerUser} a customer)`,
      wholeNumber
    )
    .option('--seed <number>', 'seed of the demo (default: 7)', wholeNumber)
    .option('--no-feed', 'no live transactions')
    .option('--reset-data', 'delete the loaded data first', false)
    .option('--make-users', 'make one user for each part on the Elasticsearch at ELASTICSEARCH_URL', false);
}

/**
 * Reads the command line of `npm start`. Paths are relative to where npm was called.
 *
 * @throws StackError where flags contradict each other or a file is missing
 */
export function parseStartOptions(
  argv: readonly string[],
  cwd: string,
  env: NodeJS.ProcessEnv = process.env
): StartOptions {
  const command = startCommand();
  command.parse(argv, { from: 'user' });
  const flags = command.opts<Flags>();
  const { feed, resetData, makeUsers } = flags;
  if (makeUsers && !env.ELASTICSEARCH_URL) {
    throw new StackError(
      '--make-users is for a server of yours, and ELASTICSEARCH_URL is not set.',
      'Set it; an Elasticsearch that is started here has its own users without it.'
    );
  }
  return { source: sourceOf(flags, cwd), feed, resetData, makeUsers };
}

function sourceOf(flags: Flags, cwd: string): LoadableSource | undefined {
  const fromFiles = flags.transactions.length + flags.customers.length > 0;
  const wantsDemo = [flags.world, flags.users, flags.demoTransactions, flags.seed].some((value) => value !== undefined);
  if (fromFiles && wantsDemo) {
    throw new StackError(
      'Files and a demo were asked for at once.',
      'Give --transactions/--customers, or --world/--users/--seed, not both.'
    );
  }
  if (!fromFiles && (flags.preset || flags.mapping)) {
    throw new StackError(
      'A preset or mapping was given, but no file to read with it.',
      'Add --transactions FILE or --customers FILE.'
    );
  }
  if (fromFiles) {
    const path = (file: string): string => existing(resolve(cwd, file));
    return {
      kind: 'files',
      ...(flags.preset ? { preset: flags.preset } : {}),
      ...(flags.mapping ? { mapping: path(flags.mapping) } : {}),
      transactions: flags.transactions.map(path),
      customers: flags.customers.map(path),
    };
  }
  return wantsDemo ? demoOf(flags) : undefined;
}

function demoOf({ world, users = defaultDemo.users, demoTransactions, seed }: Flags): LoadableSource {
  return {
    ...defaultDemo,
    world: world ?? defaultDemo.world,
    users,
    transactions: demoTransactions ?? users * transactionsPerUser,
    seed: seed ?? defaultDemo.seed,
  };
}

/** Patterns such as data/*.csv are left to the reader of the files; a plain name has to exist. */
function existing(path: string): string {
  if (!/[*?[\]{}]/.test(path) && !existsSync(path)) {
    throw new StackError(`There is no file ${path}.`, 'Check the path; it is relative to where you called npm.');
  }
  return path;
}

function wholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0) {
    throw new InvalidArgumentError('It is a whole number.');
  }
  return value;
}
