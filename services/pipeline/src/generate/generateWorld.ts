import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { columns, truthColumns, type FileName, type WorldName } from './columns';
import { CountShares } from './countShares';
import { createWorld } from './createWorld';
import { CsvFile } from './csvFile';
import { csvToParquet } from './csvToParquet';
import type { World } from './world';

export interface GenerateOptions {
  world: WorldName;
  users: number;
  /** exact number of lines in transactions, incidents included */
  transactions: number;
  seed: number;
  /** no event is later */
  end: Date;
  /** length of the history; 400 when absent */
  days?: number;
  /** folder, made when missing */
  out: string;
  format: 'csv' | 'parquet';
  onProgress?: (progress: { done: number; total: number; stage: 'plan' | 'write' | 'parquet' }) => void;
  signal?: AbortSignal;
}

export interface GenerateResult {
  files: Record<FileName, string>;
  rows: Record<FileName, number>;
}

export const defaultDays = 400;
const batch = 2_000;

/**
 * Writes transactions, customers, actions and truth of a seeded world. Customers are made one after the other, so
 * memory stays the same at any size; lines are in order of customer and, within a customer, of time. The same options
 * give the same bytes. On abort or failure nothing is left behind.
 *
 * @throws RangeError where a number is out of range; the signal's reason when aborted.
 */
export async function generateWorld(options: GenerateOptions): Promise<GenerateResult> {
  const { users, transactions, onProgress, signal } = options;
  checkOptions(options);
  mkdirSync(options.out, { recursive: true });
  const world = createWorld(options.world, { ...options, days: options.days ?? defaultDays });
  const shares = await planShares(world, options);
  const files = openFiles(options);
  const sinks = {
    transaction: files.transactions.write.bind(files.transactions),
    customer: files.customers.write.bind(files.customers),
    action: files.actions.write.bind(files.actions),
    truth: files.truth.write.bind(files.truth),
  };
  try {
    for (let index = 0; index < users; index++) {
      world.customer(index, shares.next(world.plan(index).weight), sinks);
      if (index % batch === 0) {
        await breathe(signal);
        onProgress?.({ done: files.transactions.rows, total: transactions, stage: 'write' });
      }
    }
  } catch (error) {
    eachFile((name) => files[name].discard());
    throw error;
  }
  eachFile((name) => files[name].complete());
  onProgress?.({ done: transactions, total: transactions, stage: 'write' });
  const rows = mapFiles((name) => files[name].rows);
  const paths = mapFiles((name) => files[name].path);
  return { files: options.format === 'parquet' ? await toParquet(paths, options) : paths, rows };
}

function checkOptions({ users, transactions, days, end, seed }: GenerateOptions): void {
  const whole = (name: string, value: number, least: number): void => {
    if (!Number.isSafeInteger(value) || value < least) {
      throw new RangeError(`${name} must be a whole number of at least ${least}, not ${value}.`);
    }
  };
  whole('users', users, 1);
  whole('transactions', transactions, 1);
  whole('seed', seed, 0);
  whole('days', days ?? defaultDays, 2);
  if (Number.isNaN(end.getTime())) {
    throw new RangeError('end must be a valid date.');
  }
}

/** First pass: the sum of all weights and of the rows that incidents make, so that the total comes out exactly. */
async function planShares(
  world: World,
  { users, transactions, onProgress, signal }: GenerateOptions
): Promise<CountShares> {
  let weights = 0;
  let incidentRows = 0;
  for (let index = 0; index < users; index++) {
    const plan = world.plan(index);
    weights += plan.weight;
    incidentRows += plan.incidentRows;
    if (index % (batch * 5) === 0) {
      await breathe(signal);
      onProgress?.({ done: index, total: users, stage: 'plan' });
    }
  }
  if (incidentRows > transactions) {
    throw new RangeError(`${transactions} transactions are too few for ${users} users.`);
  }
  return new CountShares(transactions - incidentRows, weights);
}

function openFiles({ world, out }: GenerateOptions): Record<FileName, CsvFile> {
  const open = (name: FileName, names: readonly string[]): CsvFile => new CsvFile(join(out, `${name}.csv`), names);
  return {
    transactions: open('transactions', columns[world].transactions),
    customers: open('customers', columns[world].customers),
    actions: open('actions', columns[world].actions),
    truth: open('truth', truthColumns),
  };
}

/** Truth stays CSV: it is read by people and tests. */
async function toParquet(paths: Record<FileName, string>, options: GenerateOptions): Promise<Record<FileName, string>> {
  const made = { ...paths };
  try {
    for (const [i, name] of (['transactions', 'customers', 'actions'] as const).entries()) {
      options.onProgress?.({ done: i, total: 3, stage: 'parquet' });
      options.signal?.throwIfAborted();
      made[name] = join(options.out, `${name}.parquet`);
      await csvToParquet(paths[name], made[name]);
      rmSync(paths[name]);
    }
  } catch (error) {
    for (const path of [...Object.values(paths), ...Object.values(made)]) {
      rmSync(path, { force: true });
    }
    throw error;
  }
  return made;
}

const fileNames: readonly FileName[] = ['transactions', 'customers', 'actions', 'truth'];

function eachFile(act: (name: FileName) => void): void {
  fileNames.forEach(act);
}

function mapFiles<T>(read: (name: FileName) => T): Record<FileName, T> {
  return Object.fromEntries(fileNames.map((name) => [name, read(name)])) as Record<FileName, T>;
}

/** Lets timers and signals through: writing is synchronous, which keeps it quick and its memory bounded. */
async function breathe(signal?: AbortSignal): Promise<void> {
  await setImmediate();
  signal?.throwIfAborted();
}
