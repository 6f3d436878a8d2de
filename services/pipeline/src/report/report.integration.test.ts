import { writeFileSync } from 'node:fs';
import { type IndexDefinition, allIndices, anomalyThreshold, indices } from '@spendscope/contracts';
import { installTemplates } from '@spendscope/elastic';
import { elasticAs } from '@spendscope/testing';
import { analyze } from '../analyze/analyze';
import { type StoreMeta, readMeta } from '../store/schema';
import { Store } from '../store/store';
import { ingestWorld } from '../testing/ingestWorld';
import { TestWorkspace, emptyIndices } from '../testing/workspace';
import { collectAnomalies } from './anomalies/collectAnomalies';
import { anomalyHours } from './anomalyHours';
import { collectReport } from './collectReport';
import { anomalyPage } from './html/anomalies/anomalyPage';
import { reportPage } from './html/page';

const setup = elasticAs('setup');
const pipeline = elasticAs('pipeline');
const workspace = new TestWorkspace();
const everything = (allIndices as readonly IndexDefinition[]).map(({ pattern }) => pattern);

beforeAll(async () => {
  await emptyIndices(setup, everything);
  await installTemplates(setup);
  const end = new Date(Date.now() - 60_000);
  await ingestWorld(workspace, pipeline, { world: 'card', users: 400, transactions: 12_000, seed: 5, end, days: 120 });
  await workspace.job(pipeline, 'analyze', (context) => analyze(context, { k: 6, seed: 1, now: new Date() }));
});
afterAll(async () => {
  await emptyIndices(setup, everything);
  await installTemplates(setup);
  await Promise.all([setup, pipeline].map((client) => client.close()));
  workspace.remove();
});

it('reports a card world: inactivity by rule, and anomalies by hour and type as Elasticsearch holds them', async () => {
  const store = await Store.open(workspace.folder);
  try {
    const meta = (await readMeta(store)) as StoreMeta;
    await setup.indices.refresh({ index: indices.anomalies.name });
    const data = await collectReport(
      { store, meta },
      { claims: [], at: new Date(), readAnomalies: () => anomalyHours(pipeline, store, meta.timeZone) }
    );
    expect(data.customers.churnField).toBe('inactive');
    expect(data.findings.boxes.map(({ claim }) => claim.factor.field)).toContain('monetary');
    expect(data.findings.boxes.map(({ claim }) => claim.factor.field)).not.toContain('recency');

    const { hours } = data.anomalies as { hours: Awaited<ReturnType<typeof anomalyHours>> };
    const sum = (key: 'anomalies' | 'transactions'): number => hours.reduce((total, hour) => total + hour[key], 0);
    const filter = [{ range: { anomalyScore: { gte: anomalyThreshold } } }, { term: { entity_type: 'transaction' } }];
    const query = { bool: { filter } };
    const { hits } = await setup.search<{ timestamp: string; type: string }>({
      index: indices.anomalies.name,
      size: 1_000,
      query,
    });
    expect(hits.hits.length).toBeGreaterThan(50);
    expect(sum('transactions')).toBe(12_000);
    expect(sum('anomalies')).toBe(hits.hits.length);
    const seoulHour = (time: string): number => (new Date(time).getUTCHours() + 9) % 24;
    const atThree = hits.hits.filter(({ _source }) => seoulHour(_source!.timestamp) === 3).length;
    expect(atThree).toBe(hours.filter(({ hour }) => hour === 3).reduce((total, { anomalies }) => total + anomalies, 0));

    const page = reportPage(data, 'en');
    expect(page).toContain('Inactive by rule');
    expect(page).toContain('anomalies in');
    // For looking at it.
    if (process.env.SPENDSCOPE_REPORT_OUT) {
      writeFileSync(process.env.SPENDSCOPE_REPORT_OUT, page);
    }
  } finally {
    store.close();
  }
});

it('reports the highest anomalies with votes that add up, as Elasticsearch holds them', async () => {
  const store = await Store.open(workspace.folder);
  try {
    const meta = (await readMeta(store)) as StoreMeta;
    const data = await collectAnomalies(pipeline, { store, meta }, { top: 20, at: new Date() });
    expect(data.transactions).toBe(12_000);
    expect(data.anomalies).toBe(120);
    expect(data.top).toHaveLength(20);
    const scores = data.top.map(({ anomalyScore }) => anomalyScore);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    expect(data.agreement.reduce((sum, { transactions }) => sum + transactions, 0)).toBe(120);
    expect(data.topCustomers[0]!.anomalies).toBeGreaterThanOrEqual(data.topCustomers.at(-1)!.anomalies);
    const whole = data.strangest.map(({ entity_type, anomalyScore }) => [
      entity_type,
      anomalyScore >= anomalyThreshold,
    ]);
    expect(whole.length).toBeGreaterThan(0);
    expect(new Set(whole.map(String))).toEqual(new Set(['customer,true']));
    const page = anomalyPage(data, 'en');
    expect(page).toContain(data.top[0]!.transaction_id);
    expect(page).not.toMatch(/undefined|NaN/);
  } finally {
    store.close();
  }
});
