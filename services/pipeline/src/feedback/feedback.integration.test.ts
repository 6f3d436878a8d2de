import { join } from 'node:path';
import {
  type Anomaly,
  type IndexDefinition,
  type Label,
  type Suppression,
  allIndices,
  indices,
} from '@spendscope/contracts';
import { installTemplates } from '@spendscope/elastic';
import { elasticAs } from '@spendscope/testing';
import { loadCustomerTable } from '../analyze/customerTable';
import { detect, publishDetection } from '../analyze/detect/detect';
import { createSpendView } from '../analyze/spendView';
import { customerAnomalyId } from '../documents/rowDocuments';
import { generateWorld } from '../generate/generateWorld';
import { ingest } from '../ingest/ingest';
import { loadPreset } from '../ingest/loadMapping';
import { type StoreMeta, readMeta } from '../store/schema';
import { TestWorkspace, allDocuments, emptyIndices } from '../testing/workspace';
import { readFeedback } from './readFeedback';

const setup = elasticAs('setup');
const pipeline = elasticAs('pipeline');
const everything = (allIndices as readonly IndexDefinition[]).map(({ pattern }) => pattern);
const workspace = new TestWorkspace();
const by = { sub: 'u', login: 'anna', type: 'user', role: 'Editor' };
const end = new Date('2026-03-01T09:00:00Z');
const rows = 8_000;

beforeAll(async () => {
  await emptyIndices(setup, everything);
  await installTemplates(setup);
  const out = join(workspace.root, 'data');
  await generateWorld({ world: 'card', users: 400, transactions: rows, seed: 5, end, out, format: 'csv' });
  const files = ['transactions', 'customers'].map((name) => join(out, `${name}.csv`));
  const input = { input: { files }, mapping: loadPreset('card'), maxRejects: { count: 0 }, replace: false, now: end };
  await workspace.job(pipeline, 'ingest', async (context) => void (await ingest(context, input)));
});
afterAll(async () => {
  await emptyIndices(setup, everything);
  await installTemplates(setup);
  await Promise.all([setup, pipeline].map((client) => client.close()));
  workspace.remove();
});

const customersOf = (anomalies: Map<string, Anomaly>): Anomaly[] =>
  [...anomalies.values()].filter(({ entity_type }) => entity_type === 'customer');

/** Trains and publishes as `analyze` does; the anomalies by their id. */
async function run(at: Date): Promise<Map<string, Anomaly>> {
  await workspace.job(pipeline, 'analyze', async (context) => {
    const meta = (await readMeta(context.store)) as StoreMeta;
    const feedback = await readFeedback(pipeline, at);
    const options = { seed: 1, rows, first: end, last: end, at, meta, feedback };
    const detector = await detect(context, options);
    await createSpendView(context.store, meta.timeZone);
    await loadCustomerTable(context.store, { kind: 'transactions', timeZone: meta.timeZone });
    await publishDetection(context, detector, options);
  });
  const documents = await allDocuments(setup, indices.anomalies.name);
  return new Map(
    [...documents].map(([path, each]) => [String(each.transaction_id ?? path.split('/')[1]), each as Anomaly])
  );
}

const label = (anomaly: Anomaly, verdict: Label['label']): Promise<unknown> => {
  const document: Label = { anomaly_id: anomaly.transaction_id!, user_id: anomaly.user_id, label: verdict, by, at: end.toISOString() }; // prettier-ignore
  return setup.index({ index: indices.labels.name, id: anomaly.transaction_id!, document, refresh: true });
};

it('lets labels and suppressions speak in the next run, and no longer than they last', async () => {
  const first = await run(end);
  const customers = customersOf(first);
  expect(customers.length).toBeGreaterThan(4);
  const ranked = [...first.values()]
    .filter(({ entity_type }) => entity_type === 'transaction')
    .sort((a, b) => b.anomalyScore - a.anomalyScore);
  const harmless = ranked[0]!;
  const confirmed = ranked.find(({ user_id }) => user_id !== harmless.user_id)!;
  expect(ranked.filter(({ suppressed_until, label: said }) => suppressed_until ?? said)).toEqual([]);

  await label(harmless, 'false_positive');
  await label(confirmed, 'true_positive');
  const until = '2026-03-05T00:00:00.000Z';
  const target = { type: 'account' as const, id: confirmed.user_id };
  const suppression: Suppression = { target, scope: 'all', reason_code: 'customer_request', by, at: end.toISOString(), until }; // prettier-ignore
  await setup.index({ index: indices.suppressions.name, id: 'sup-1', document: suppression, refresh: true });

  const second = await run(new Date('2026-03-02T00:00:00Z'));
  const lowered = second.get(harmless.transaction_id!)!;
  expect(lowered.rawScore).toBeLessThan(harmless.rawScore * 0.95);
  expect(lowered.label).toBe('false_positive');
  const kept = second.get(confirmed.transaction_id!)!;
  expect(kept).toMatchObject({ label: 'true_positive', suppressed_until: until });
  expect(kept.anomalyScore).toBeCloseTo(confirmed.anomalyScore, 6);
  const marked = [...second.values()].filter(({ suppressed_until }) => suppressed_until);
  expect(new Set(marked.map(({ user_id }) => user_id))).toEqual(new Set([confirmed.user_id]));

  const suppressedCustomer = second.get(customerAnomalyId(confirmed.user_id));
  expect(suppressedCustomer).toMatchObject({ entity_type: 'customer', suppressed_until: until });

  const third = await run(new Date('2026-03-06T00:00:00Z'));
  expect([...third.values()].filter(({ suppressed_until }) => suppressed_until)).toEqual([]);
  expect(third.get(confirmed.transaction_id!)!.anomalyScore).toBeCloseTo(confirmed.anomalyScore, 6);
});

it('stores a customer once however often it is scored, with reasons in figures and the models that flag it', async () => {
  const again = await run(new Date('2026-03-06T00:00:00Z'));
  const once = await run(new Date('2026-03-06T00:00:00Z'));
  expect(customersOf(again).map(({ user_id }) => user_id)).toEqual(customersOf(once).map(({ user_id }) => user_id));
  const highest = customersOf(once).sort((a, b) => b.anomalyScore - a.anomalyScore)[0]!;
  expect(once.get(customerAnomalyId(highest.user_id))).toBe(highest);
  expect(highest).toMatchObject({ prediction: 1, scores: { customer_features: expect.any(Number) } });
  expect(highest).not.toHaveProperty('transaction_id');
  expect(highest.votes!.length).toBeGreaterThan(0);
  expect(highest.reasons).toContain('strange_transactions');
  const strange = highest.reason_details.find(({ feature }) => feature === 'transactions')!;
  const own = [...once.values()].filter(({ user_id, prediction, entity_type }) => user_id === highest.user_id && prediction === 1 && entity_type === 'transaction'); // prettier-ignore
  expect(strange.value).toBe(own.length);
  expect(own.map(({ timestamp }) => timestamp)).toContain(highest.timestamp);
});
