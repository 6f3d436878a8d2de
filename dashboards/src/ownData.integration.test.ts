import { createReadStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import { DuckDBInstance } from '@duckdb/node-api';
import { type IndexDefinition, allIndices, indices } from '@spendscope/contracts';
import { installTemplates } from '@spendscope/elastic';
import { elasticAs, realDataFile } from '@spendscope/testing';
import { analyze } from '../../services/pipeline/src/analyze/analyze';
import { ingest } from '../../services/pipeline/src/ingest/ingest';
import { loadPreset } from '../../services/pipeline/src/ingest/loadMapping';
import { TestWorkspace, emptyIndices } from '../../services/pipeline/src/testing/workspace';
import { readFacts } from '../../services/stack/src/start/readFacts';
import { dashboardFiles } from './build';
import { type Board, tablesOf } from './testing/boards';
import { cardWorld } from './world';

const setup = elasticAs('setup');
const pipeline = elasticAs('pipeline');
const grafana = elasticAs('grafana');
const everything = (allIndices as readonly IndexDefinition[]).map(({ pattern }) => pattern);
let workspace: TestWorkspace;

beforeEach(async () => {
  workspace = new TestWorkspace();
  await emptyIndices(setup, everything);
  await installTemplates(setup);
});
afterEach(() => workspace.remove());
afterAll(async () => {
  await emptyIndices(setup, everything);
  await installTemplates(setup);
  await Promise.all([setup, pipeline, grafana].map((client) => client.close()));
});

/** Loads a file as `npm start` does and builds the dashboards for what is then there. */
async function boardsOf(
  preset: string,
  file: string
): Promise<Record<'spend' | 'segments' | 'anomalies' | 'churn', Board>> {
  const mapping = loadPreset(preset);
  const input = { files: [file] };
  const now = new Date();
  await workspace.job(pipeline, 'ingest', (context) =>
    ingest(context, { input, mapping, maxRejects: { share: 1 }, replace: false, now })
  );
  await workspace.job(pipeline, 'analyze', (context) => analyze(context, { k: 6, seed: 1, now }));
  await setup.indices.refresh({ index: everything, ignore_unavailable: true });
  const files = dashboardFiles({ ...cardWorld, live: false, has: await readFacts(setup) });
  const board = (name: string): Board => JSON.parse(files[name]!) as Board;
  return {
    spend: board('spend-overview.json'),
    segments: board('segments.json'),
    anomalies: board('anomaly-operations.json'),
    churn: board('churn-retention.json'),
  };
}

/** The last column of each panel's tables: what it measures. */
async function rowsOf(board: Board): Promise<Record<string, unknown[][]>> {
  const tables = await tablesOf(grafana, board);
  return Object.fromEntries(
    Object.entries(tables).map(([title, queries]) => [
      title,
      queries.map((rows) => rows.map((row) => Object.values(row).at(-1))),
    ])
  );
}

const wordsOf = (board: Board): string =>
  board.panels.map(({ type, options }) => (type === 'text' ? options.content : '')).join('\n');

/** Invoices in the columns of UCI Online Retail: 40 customers, each with a few invoices of a few lines. */
async function invoices(): Promise<string> {
  const lines = ['InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country'];
  for (let customer = 0; customer < 40; customer++) {
    for (let invoice = 0; invoice < 3 + (customer % 5); invoice++) {
      const day = String(1 + ((customer * 3 + invoice * 5) % 28)).padStart(2, '0');
      const month = String(1 + (invoice % 12)).padStart(2, '0');
      for (let line = 0; line < 4; line++) {
        const price = (1 + ((customer * 7 + line * 13) % 90) / 10).toFixed(2);
        const country = customer % 4 === 0 ? 'France' : 'United Kingdom';
        lines.push(
          `${100_000 + customer * 100 + invoice},S${line},THING ${line},${1 + (line % 3)},2011-${month}-${day} 1${line}:00:00,${price},${12_000 + customer},${country}`
        );
      }
    }
  }
  const file = join(workspace.root, 'invoices.csv');
  await writeFile(file, `${lines.join('\n')}\n`);
  return file;
}

/** Customers in some of the columns of the churn table. */
async function shopCustomers(): Promise<string> {
  const header =
    'CustomerID,Churn,Tenure,PreferredLoginDevice,CityTier,WarehouseToHome,PreferredPaymentMode,Gender,HourSpendOnApp,NumberOfDeviceRegistered,PreferedOrderCat,SatisfactionScore,MaritalStatus,NumberOfAddress,Complain,OrderAmountHikeFromlastYear,CouponUsed,OrderCount,DaySinceLastOrder,CashbackAmount';
  const rows = Array.from({ length: 60 }, (_, i) =>
    [
      50_001 + i,
      i % 5 === 0 ? 1 : 0,
      i % 24,
      i % 2 ? 'Phone' : 'Computer',
      1 + (i % 3),
      6 + (i % 20),
      i % 3 ? 'CC' : 'COD',
      i % 2 ? 'Female' : 'Male',
      3,
      2,
      i % 4 ? 'Mobile' : 'Grocery',
      1 + (i % 5),
      'Single',
      2,
      i % 5 === 0 ? 1 : 0,
      11 + (i % 7),
      i % 4,
      1 + (i % 9),
      i % 31,
      120 + i,
    ].join(',')
  );
  const file = join(workspace.root, 'shop.csv');
  await writeFile(file, `${[header, ...rows].join('\n')}\n`);
  return file;
}

/** These invoices are of one year, which has none before it, and a customer pays the same each time: no model of amounts. */
const withoutAnswer = ['More than last year?', 'Whose next year is worth most?'];

describe('dashboards made for transactions without traits of customers', () => {
  it('answer in every panel, and say which traits are missing', async () => {
    const boards = await boardsOf('online-retail', await invoices());
    const spend = await rowsOf(boards.spend);
    const segments = await rowsOf(boards.segments);
    const anomalies = await rowsOf(boards.anomalies);
    expect(Object.keys(spend)).toEqual(
      expect.arrayContaining(['Which products grow?', 'Which countries spend most?', 'How many payments?'])
    );
    for (const [title, frames] of Object.entries({ ...spend, ...segments, ...anomalies })) {
      expect([title, frames.flat().length > 0]).toEqual([title, !withoutAnswer.includes(title)]);
    }
    expect(wordsOf(boards.spend)).toMatch(/No loaded row has grade .*age .*region .*life stage/);
    expect(boards.anomalies.panels.find(({ title }) => title === 'What was done?')?.type).toBe('text');
  });
});

describe('dashboards made for customers without transactions', () => {
  it('say why spend and anomalies are not there, and what stands in for recency, frequency and money', async () => {
    const boards = await boardsOf('ecommerce-churn', await shopCustomers());
    for (const board of [boards.spend, boards.anomalies]) {
      expect(board.panels.map(({ type }) => type)).toEqual(['text']);
      expect(wordsOf(board)).toContain('customers, but no transactions');
    }
    const { days_since_order: recency, orders: frequency, cashback: monetary } = indices.customers.fields.shop;
    for (const standIn of [recency, frequency, monetary]) {
      expect(wordsOf(boards.segments)).toContain(`\`${standIn}\``);
    }
    for (const [title, frames] of Object.entries(await rowsOf(boards.segments))) {
      expect([title, frames.flat().length > 0]).toEqual([title, true]);
    }
    const churn = await rowsOf(boards.churn);
    // Of 60 customers no model is learnt.
    const ofModels = boards.churn.panels.filter(({ targets: asked }) => JSON.stringify(asked ?? []).includes('spendscope-churn-')); // prettier-ignore
    expect(ofModels).toHaveLength(9);
    for (const { title } of ofModels) {
      expect([title, churn[title]!.flat()]).toEqual([title, []]);
    }
    for (const title of [
      'How many are churned?',
      'Do satisfied customers stay?',
      'Did their orders grow less?',
      'What is missing?',
    ]) {
      expect([title, churn[title]!.flat().length > 0]).toEqual([title, true]);
    }
    expect(wordsOf(boards.churn)).toContain('no anomalies by hour');
  });
});

const retail = realDataFile('online-retail.csv.gz');

(retail ? describe : describe.skip)('the first 20,000 rows of online-retail.csv.gz (../shared/data)', () => {
  it('show the counts and the sum that DuckDB finds in them', async () => {
    const sample = join(workspace.root, 'sample.csv');
    await writeFile(sample, await firstLines(retail!, 20_001));
    const shown = await rowsOf((await boardsOf('online-retail', sample)).spend);
    const connection = await (await DuckDBInstance.create()).connect();
    const [row] = (
      await connection.runAndReadAll(`
        SELECT count(*) AS payments, count(DISTINCT CustomerID) AS customers, sum(Quantity * UnitPrice) AS spend
        FROM read_csv('${sample}', types = {InvoiceNo: 'VARCHAR', StockCode: 'VARCHAR'}) WHERE CustomerID IS NOT NULL`)
    ).getRowObjectsJS();
    const figure = (title: string): number => Number(shown[title]!.flat()[0]);
    expect(figure('How many payments?')).toBe(Number(row!.payments));
    // Two customers may share the 25 bits by which Elasticsearch tells them apart; tokens differ from run to run.
    expect(Math.abs(figure('How many paid?') - Number(row!.customers))).toBeLessThanOrEqual(1);
    expect(figure('How much was spent?')).toBeCloseTo(Number(row!.spend), 2);
  });
});

async function firstLines(gzipped: string, count: number): Promise<string> {
  const lines: string[] = [];
  const input = createReadStream(gzipped).pipe(createGunzip());
  for await (const line of createInterface({ input })) {
    lines.push(line);
    if (lines.length === count) {
      break;
    }
  }
  input.destroy();
  return `${lines.join('\n')}\n`;
}
