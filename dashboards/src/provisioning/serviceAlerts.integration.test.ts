import { type IndexDefinition, indices } from '@spendscope/contracts';
import { installTemplates } from '@spendscope/elastic';
import { elasticAs } from '@spendscope/testing';
import { runQueries } from '../../../services/preview/src/elasticsearch/runQueries';
import { dataSources } from '../dataSources';
import { serviceAlertRules } from './serviceAlerts';

interface Rule {
  uid: string;
  data: { datasourceUid: string; relativeTimeRange: { from: number; to: number }; model: { expression?: string } }[];
}
const { rules } = (serviceAlertRules() as { groups: [{ rules: Rule[] }] }).groups[0];
const targets = Object.fromEntries(
  Object.values(dataSources).map(({ uid, index, timeField }) => [uid, { index: index.readAs, timeField }])
);
const setup = elasticAs('setup');
const grafana = elasticAs('grafana');
const asked = [indices.interventions, indices.controls];

const minute = 60_000;
const day = 1_440 * minute;
const ago = (ms: number): string => new Date(Date.now() - ms).toISOString();

type Document = [index: IndexDefinition, id: string, fields: object];
let number = 0;
const intervention = (state: string, change: object = {}): Document => [
  indices.interventions,
  `iv-${++number}`,
  { action: 'lock_account', state, requested_at: ago(5 * minute), updated_at: ago(minute), ...change },
];
const control = (id: string, value: string, ageMs: number): Document => [
  indices.controls,
  id,
  { value, changed_at: ago(ageMs) },
];
const times = (count: number, document: () => Document): Document[] => Array.from({ length: count }, document);

beforeEach(async () => {
  await setup.indices.delete({ index: asked.map(({ name }) => name), ignore_unavailable: true });
  await installTemplates(setup);
});
afterAll(async () => {
  await setup.indices.delete({ index: asked.map(({ name }) => name), ignore_unavailable: true });
  await installTemplates(setup);
  await Promise.all([setup.close(), grafana.close()]);
});

/** What Grafana does with a rule: its query as Grafana’s user over its window, and its expression for each group. */
async function fires({ data }: Rule): Promise<boolean> {
  const [query, condition] = data;
  const now = Date.now();
  const range = { from: now - query!.relativeTimeRange.from * 1_000, to: now - query!.relativeTimeRange.to * 1_000 };
  const model = { ...query!.model, datasource: { uid: query!.datasourceUid } };
  const [result] = Object.values(await runQueries(grafana, [model], range, (uid) => targets[uid]));
  if (!result || !('frames' in result)) {
    throw new Error(`The query failed: ${JSON.stringify(result)}`);
  }
  const values = result.frames.flatMap(({ data: { values: columns } }) => (columns.at(-1) ?? []) as number[]);
  const [, left, sign, right] = /^(.+) (>) (\d+)$/.exec(condition!.model.expression!)!;
  expect([left, sign]).toEqual(['$documents', '>']);
  return values.some((documents) => documents > Number(right));
}

const old = { requested_at: ago(2 * day) };
const cases: Record<string, { firing: Document[][]; quiet: Document[][] }> = {
  'service-expiry-backlog': {
    firing: [[intervention('active', { ...old, expires_at: ago(3 * minute) })]],
    quiet: [
      [intervention('active', { ...old, expires_at: ago(minute) }), intervention('expired', { expires_at: ago(day) })],
    ],
  },
  'service-left-open': {
    firing: ['unknown', 'executing', 'releasing', 'approved'].map((state) => [
      intervention(state, { ...old, updated_at: ago(6 * minute) }),
    ]),
    quiet: [[intervention('unknown', { updated_at: ago(4 * minute) }), intervention('active', { updated_at: ago(day) })]],
  },
  'service-approvals-waiting': {
    firing: [[intervention('pending_approval', { requested_at: ago(241 * minute) })]],
    quiet: [
      [intervention('pending_approval', { requested_at: ago(239 * minute) })],
      [intervention('rejected', { requested_at: ago(241 * minute) })],
    ],
  },
  'service-failures': {
    firing: [times(5, () => intervention('failed'))],
    quiet: [times(4, () => intervention('failed')), times(9, () => intervention('failed', { requested_at: ago(11 * minute) }))],
  },
  'service-breaker-open': {
    firing: [[control('breaker', 'open', minute)], [control('breaker', 'open', 40 * day)]],
    quiet: [[control('breaker', 'closed', minute), control('mode', 'open', minute)]],
  },
  'service-audit-unproven': {
    firing: [
      [control('audit_chain', 'broken', minute)],
      [control('audit_chain', 'intact', 2 * day + minute)],
      // Nobody has looked for longer than any window that one would think of.
      [control('audit_chain', 'intact', 40 * day)],
    ],
    quiet: [[control('audit_chain', 'intact', 2 * day - 5 * minute), control('breaker', 'closed', 9 * day)]],
  },
};

async function put(documents: readonly Document[]): Promise<void> {
  for (const [{ name: index }, id, document] of documents) {
    await setup.index({ index, id, document, refresh: true });
  }
}

it('has a case for each rule', () => {
  expect(Object.keys(cases).sort()).toEqual(rules.map(({ uid }) => uid).sort());
});

describe.each(rules.map((rule) => [rule.uid, rule] as const))('%s', (uid, rule) => {
  const { firing, quiet } = cases[uid]!;
  it.each(firing.map((documents, which) => [which, documents] as const))('fires, case %i', async (_which, documents) => {
    await put(documents);
    expect(await fires(rule)).toBe(true);
  });

  it.each([[], ...quiet].map((documents, which) => [which, documents] as const))('is quiet, case %i', async (_which, documents) => {
    await put(documents);
    expect(await fires(rule)).toBe(false);
  });
});
