import { type IndexDefinition, indices } from '@spendscope/contracts';
import { anomalyOf } from '@spendscope/testing';

export type Document = [index: IndexDefinition, id: string, fields: object];

/** Documents for which a rule fires, the groups that it names, and what becomes of them when it recovers. */
export interface FiringCase {
  documents: Document[];
  groups: string[];
  recovered: Document[];
}

/** What a rule must say of documents; made when they are stored, as they tell their age. */
export interface RuleCases {
  firing: (() => FiringCase)[];
  quiet: (() => Document[])[];
}

const minute = 60_000;
const day = 1_440 * minute;
const ago = (ms: number): string => new Date(Date.now() - ms).toISOString();

let number = 0;
const nextId = (): string => `rule-case-${++number}`;
const times = (count: number, document: () => Document): Document[] => Array.from({ length: count }, document);
/** The same documents, later. */
const later = (documents: readonly Document[], change: object): Document[] =>
  documents.map(([index, id, fields]) => [index, id, { ...fields, ...change }]);

const action = 'lock_account';
const intervention = (state: string, change: object = {}): Document => [
  indices.interventions,
  nextId(),
  { action, state, requested_at: ago(5 * minute), updated_at: ago(minute), ...change },
];
const run = (status: string, age: number, kind = 'analyze'): Document => [
  indices.runs,
  nextId(),
  { kind, status, started_at: ago(age) },
];
const control = (id: string, value: string, age: number): Document => [
  indices.controls,
  id,
  { value, changed_at: ago(age) },
];
const scored = (count: number, change: Parameters<typeof anomalyOf>[0] = {}): Document[] =>
  times(count, () => [
    indices.anomalies,
    nextId(),
    anomalyOf({ timestamp: ago(minute), anomalyScore: 0.9, user_id: 'C-CASE1', ...change }),
  ]);

/** Acts that fire, and what ends it. */
const acts =
  (documents: () => Document[], end: () => object): (() => FiringCase) =>
  () => {
    const before = documents();
    return { documents: before, groups: [action], recovered: later(before, end()) };
  };
/** A switch that fires, and where it stands after. */
const thrown =
  (id: string, [value, age]: [string, number], after: string): (() => FiringCase) =>
  () => ({ documents: [control(id, value, age)], groups: [value], recovered: [control(id, after, 0)] });

/** Of both rules on anomalies, which differ in what they group by. */
const anomalies = (group: string): RuleCases => {
  const recoversBy =
    (recovered: (fired: Document[]) => Document[]): (() => FiringCase) =>
    () => {
      const documents = scored(5);
      return { documents, groups: [group], recovered: recovered(documents) };
    };
  return {
    firing: [
      recoversBy((fired) => later(fired, { timestamp: ago(6 * minute) })),
      recoversBy((fired) => later(fired.slice(0, 1), { label: 'false_positive' })),
      recoversBy((fired) => later(fired, { suppressed_until: ago(-60 * minute) })),
      // The mean falls to 0.75, though the severe ones are still there.
      recoversBy(() => scored(5, { anomalyScore: 0.6 })),
    ],
    quiet: [
      () => scored(4),
      () => scored(9, { anomalyScore: 0.79 }),
      () => scored(9, { timestamp: ago(6 * minute) }),
      () => scored(9, { entity_type: 'customer' }),
      () => [...scored(4), ...scored(5, { suppressed_until: ago(-60 * minute) })],
    ],
  };
};
const ofTwo = (): [Document[], Document[]] => [scored(4), scored(4, { user_id: 'C-CASE2' })];
const average = anomalies('transaction');
const customer = anomalies('C-CASE1');

const longAgo = (): object => ({ requested_at: ago(2 * day) });
const waiting = (age: number) => (): Document[] => [intervention('pending_approval', { requested_at: ago(age) })];

/** For each rule, by its uid. */
export const ruleCases = (): Record<string, RuleCases> => ({
  'anomaly-average-score': {
    ...average,
    firing: [
      ...average.firing,
      // Of two customers together, of whom neither has five.
      () => {
        const [one, other] = ofTwo();
        const recovered = later(one, { timestamp: ago(6 * minute) });
        return { documents: [...one, ...other], groups: ['transaction'], recovered };
      },
    ],
  },
  'anomaly-customer-score': {
    firing: [
      ...customer.firing,
      // One of two, though the other has more.
      () => {
        const documents = [...scored(5), ...scored(9, { user_id: 'C-CASE2', anomalyScore: 0.6 })];
        const recovered = later(documents.slice(0, 5), { timestamp: ago(6 * minute) });
        return { documents, groups: ['C-CASE1'], recovered };
      },
    ],
    quiet: [...customer.quiet, () => ofTwo().flat()],
  },
  'service-expiry-backlog': {
    firing: [
      acts(
        () => [intervention('active', { ...longAgo(), expires_at: ago(3 * minute) })],
        () => ({ state: 'expired' })
      ),
    ],
    quiet: [
      () => [
        intervention('active', { ...longAgo(), expires_at: ago(minute) }),
        intervention('expired', { expires_at: ago(day) }),
      ],
    ],
  },
  'service-left-open': {
    firing: ['unknown', 'executing', 'releasing', 'approved'].map((state) =>
      acts(
        () => [intervention(state, { ...longAgo(), updated_at: ago(6 * minute) })],
        () => ({ state: 'active', updated_at: ago(0) })
      )
    ),
    quiet: [
      () => [
        intervention('unknown', { updated_at: ago(4 * minute) }),
        intervention('active', { updated_at: ago(day) }),
      ],
    ],
  },
  'service-approvals-waiting': {
    firing: [
      acts(waiting(241 * minute), () => ({ state: 'rejected' })),
      // Nobody has decided, and a day later it is over.
      acts(waiting(241 * minute), () => ({ requested_at: ago(day + minute) })),
    ],
    quiet: [waiting(239 * minute), () => [intervention('rejected', { requested_at: ago(241 * minute) })]],
  },
  'service-failures': {
    firing: [
      acts(
        () => times(5, () => intervention('failed')),
        () => ({ requested_at: ago(11 * minute) })
      ),
    ],
    quiet: [
      () => times(4, () => intervention('failed')),
      () => times(9, () => intervention('failed', { requested_at: ago(11 * minute) })),
    ],
  },
  'service-breaker-open': {
    firing: [minute, 40 * day].map((age) => thrown('breaker', ['open', age], 'closed')),
    quiet: [() => [control('breaker', 'closed', minute), control('mode', 'open', minute)]],
  },
  'service-audit-unproven': {
    firing: [
      thrown('audit_chain', ['broken', minute], 'intact'),
      thrown('audit_chain', ['intact', 2 * day + minute], 'intact'),
      // Nobody has looked for longer than any window that one would think of.
      thrown('audit_chain', ['intact', 40 * day], 'intact'),
    ],
    quiet: [() => [control('audit_chain', 'intact', 2 * day - 5 * minute), control('breaker', 'closed', 9 * day)]],
  },
  'pipeline-run-failed': {
    firing: [
      () => {
        const documents = [run('failed', 10 * minute), run('succeeded', 5 * minute, 'ingest')];
        return { documents, groups: ['analyze'], recovered: later(documents, { started_at: ago(2 * day) }) };
      },
    ],
    quiet: [() => [run('cancelled', minute), run('running', minute), run('failed', 25 * 60 * minute)]],
  },
  'pipeline-run-late': {
    firing: [
      () => {
        const documents = [run('running', 361 * minute), run('running', 9 * 60 * minute, 'watch')];
        return { documents, groups: ['analyze'], recovered: later(documents, { status: 'succeeded' }) };
      },
    ],
    quiet: [
      () => [run('running', 359 * minute), run('failed', 9 * 60 * minute), run('running', 9 * 60 * minute, 'watch')],
    ],
  },
});
