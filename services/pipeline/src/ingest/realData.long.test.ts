import { DuckDBInstance } from '@duckdb/node-api';
import { type IndexDefinition, allIndices, indices } from '@spendscope/contracts';
import { installTemplates } from '@spendscope/elastic';
import { elasticAs, realDataFile } from '@spendscope/testing';
import { analyze } from '../analyze/analyze';
import { TestWorkspace, allDocuments, emptyIndices } from '../testing/workspace';
import { ingest } from './ingest';
import { loadPreset } from './loadMapping';
import { defaultMaxRejects } from './maxRejects';

const file = (name: string): string => realDataFile(name)!;
const whenPresent = (name: string): jest.Describe => (realDataFile(name) ? describe : describe.skip);
const everything = (allIndices as readonly IndexDefinition[]).map(({ pattern }) => pattern);
const minutes = 60_000;

const setup = elasticAs('setup');
const pipeline = elasticAs('pipeline');
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
  await Promise.all([setup, pipeline].map((client) => client.close()));
});

async function load(preset: string, path: string): Promise<void> {
  await workspace.job(pipeline, 'ingest', (context) =>
    ingest(context, {
      input: { files: [path] },
      mapping: loadPreset(preset),
      maxRejects: defaultMaxRejects,
      replace: false,
      now: new Date(),
    })
  );
  await workspace.job(pipeline, 'analyze', (context) => analyze(context, { k: 6, seed: 1, now: new Date() }));
}

/** One row of DuckDB's own count of a file. */
async function counted(sql: string): Promise<Record<string, number>> {
  const connection = await (await DuckDBInstance.create()).connect();
  const [row] = (await connection.runAndReadAll(sql)).getRowObjectsJS();
  return Object.fromEntries(Object.entries(row!).map(([name, value]) => [name, Number(value)]));
}

async function count(index: string): Promise<number> {
  await setup.indices.refresh({ index });
  return (await setup.count({ index })).count;
}

whenPresent('online-retail.csv.gz')('online-retail.csv.gz', () => {
  it(
    'gives the counts and sums that DuckDB finds in the file',
    async () => {
      await load('online-retail', file('online-retail.csv.gz'));
      const expected = await counted(`
        SELECT count(*) FILTER (CustomerID IS NOT NULL) AS transactions, count(*) FILTER (CustomerID IS NULL) AS rejected,
          count(DISTINCT CustomerID) AS customers, sum(Quantity * UnitPrice) FILTER (CustomerID IS NOT NULL) AS spend,
          count(DISTINCT InvoiceNo) FILTER (CustomerID IS NOT NULL) AS orders
        FROM read_csv('${file('online-retail.csv.gz')}', types = {InvoiceNo: 'VARCHAR', StockCode: 'VARCHAR'})`);
      const { transactions } = indices;
      const { aggregations } = await setup.search<unknown, Record<string, { value: number }>>({
        index: transactions.readAs,
        size: 0,
        aggs: { spend: { sum: { field: transactions.fields.amount } } },
      });
      expect(await count(transactions.readAs)).toBe(expected.transactions);
      expect(await count(indices.quarantine.name)).toBe(expected.rejected);
      expect(await count(indices.customers.readAs)).toBe(expected.customers);
      expect(aggregations!.spend!.value).toBeCloseTo(expected.spend!, 1);
      const orders = new Set(
        [...(await allDocuments(setup, transactions.readAs)).values()].map(({ order_id: order }) => order)
      );
      expect(orders.size).toBe(expected.orders);
      expect(await count(indices.anomalies.name)).toBeGreaterThan(0);
    },
    20 * minutes
  );
});

whenPresent('ecommerce-churn.csv.gz')('ecommerce-churn.csv.gz', () => {
  it(
    'shows all customers with their label and shop traits, and no transactions',
    async () => {
      await load('ecommerce-churn', file('ecommerce-churn.csv.gz'));
      const expected = await counted(
        `SELECT count(*) AS customers, sum(Churn) AS churned,
           count(*) FILTER (PreferredPaymentMode IN ('CC', 'Credit Card')) AS credit
         FROM read_csv('${file('ecommerce-churn.csv.gz')}')`
      );
      const customers = [...(await allDocuments(setup, indices.customers.readAs)).values()];
      const shop = customers.map((customer) => customer.shop as Record<string, unknown>);
      expect(customers).toHaveLength(expected.customers!);
      expect(customers.filter(({ churned }) => churned)).toHaveLength(expected.churned!);
      expect(shop.filter(({ payment }) => payment === 'Credit Card')).toHaveLength(expected.credit!);
      expect(new Set(shop.map(({ device }) => device))).toEqual(new Set(['Phone', 'Computer']));
      expect(await count(indices.anomalies.name)).toBe(0);
    },
    5 * minutes
  );
});
