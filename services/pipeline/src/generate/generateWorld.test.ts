import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { columns, type WorldName } from './columns';
import { generateWorld, type GenerateOptions } from './generateWorld';

// Generous, as a busy machine may run everything else at the same time.
jest.setTimeout(60_000);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'spendscope-generate-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const small = (world: WorldName, name: string): GenerateOptions => ({
  world,
  users: 60,
  transactions: 1500,
  seed: 11,
  end: new Date('2026-03-01T09:00:00Z'),
  out: join(folder, name),
  format: 'csv',
});

function digest(out: string): Record<string, string> {
  const hash = (name: string): string =>
    createHash('sha256')
      .update(readFileSync(join(out, name)))
      .digest('hex');
  return Object.fromEntries(readdirSync(out).sort().map((name) => [name, hash(name).slice(0, 16)])); // prettier-ignore
}

/** Lines of a generated file as records; its fields hold no quotes or line breaks. */
function read(path: string): Record<string, string>[] {
  const [header, ...lines] = readFileSync(path, 'utf8').trimEnd().split('\n');
  const names = header!.split(',');
  return lines.map((line) => Object.fromEntries(line.split(',').map((field, i) => [names[i]!, field])));
}

describe.each(['card', 'play', 'commerce'] as const)('%s world', (world) => {
  it('writes the same bytes for the same seed and end, and others for another seed', async () => {
    const first = await generateWorld(small(world, 'a'));
    await generateWorld(small(world, 'b'));
    await generateWorld({ ...small(world, 'c'), seed: 12 });
    expect(digest(join(folder, 'a'))).toEqual(digest(join(folder, 'b')));
    expect(digest(join(folder, 'c'))['transactions.csv']).not.toBe(digest(join(folder, 'a'))['transactions.csv']);
    expect(first.rows).toMatchObject({ transactions: 1500, customers: 60 });
  });

  it('keeps the bytes of earlier releases', async () => {
    await generateWorld(small(world, 'golden'));
    expect(digest(join(folder, 'golden'))).toMatchSnapshot();
  });

  it('has the columns of the presets, unique ids, times within the history, and as many lines as asked for', async () => {
    const { files } = await generateWorld(small(world, 'a'));
    for (const name of ['transactions', 'customers', 'actions'] as const) {
      const header = readFileSync(files[name], 'utf8').split('\n', 1)[0];
      expect(header).toBe(columns[world][name].join(','));
    }
    const rows = read(files.transactions);
    const [id, time] = columns[world].transactions;
    const times = rows.map((row) => Date.parse(row[time]!));
    expect(rows).toHaveLength(1500);
    expect(new Set(rows.map((row) => row[id])).size).toBe(1500);
    expect(Math.max(...times)).toBeLessThanOrEqual(Date.parse('2026-03-01T09:00:00Z'));
    expect(Math.min(...times)).toBeGreaterThanOrEqual(Date.parse('2026-03-01T09:00:00Z') - 400 * 86_400_000);
  });

  it('names only transactions in the truth that are there', async () => {
    const { files } = await generateWorld({ ...small(world, 'a'), transactions: 12_000, users: 400 });
    const ids = new Set(read(files.transactions).map((row) => row[columns[world].transactions[0]]));
    const anomalies = read(files.truth).filter((row) => row.label === 'anomaly');
    expect(anomalies.length).toBeGreaterThan(0);
    expect(anomalies.filter((row) => !ids.has(row.transaction_id))).toEqual([]);
  });
});

it('writes Parquet with the same rows', async () => {
  const { files } = await generateWorld({ ...small('card', 'p'), format: 'parquet' });
  expect(readdirSync(join(folder, 'p')).sort()).toEqual([
    'actions.parquet',
    'customers.parquet',
    'transactions.parquet',
    'truth.csv',
  ]);
  const bytes = readFileSync(files.transactions);
  expect(bytes.subarray(0, 4).toString()).toBe('PAR1');
});

it.each(['write', 'parquet'] as const)('leaves nothing behind when it is stopped in stage %s', async (at) => {
  const controller = new AbortController();
  const run = generateWorld({
    ...small('card', 'stopped'),
    users: 2500,
    transactions: 5000,
    format: 'parquet',
    signal: controller.signal,
    onProgress: ({ stage, done }) => {
      if (stage === at && done > 0) {
        controller.abort();
      }
    },
  });
  await expect(run).rejects.toThrow(/abort/i);
  expect(readdirSync(join(folder, 'stopped'))).toEqual([]);
});

it.each(['card', 'play', 'commerce'] as const)('makes a %s world of one customer and two days', async (world) => {
  const { rows } = await generateWorld({ ...small(world, 'one'), users: 1, transactions: 3, days: 2 });
  expect(rows).toMatchObject({ transactions: 3, customers: 1 });
});

it.each([
  ['users', 0],
  ['users', 1.5],
  ['transactions', -1],
  ['days', 1],
])('refuses %s = %s with a sentence that names it', async (name, value) => {
  await expect(generateWorld({ ...small('card', 'x'), [name]: value })).rejects.toThrow(
    new RegExp(`^${name} must be a whole number`)
  );
  expect(existsSync(join(folder, 'x'))).toBe(false);
});
