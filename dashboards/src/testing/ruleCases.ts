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
const modelVersion = 'churn-9f86d081';
const drifted = (metric: string, group: string, value: number, age = minute): Document => [
  indices.modelMetrics,
  nextId(),
  { '@timestamp': ago(age), model: 'churn', model_version: modelVersion, metric, group, value },
];
const run = (status: string, age: number, kind = 'analyze'): Document => [
  indices.runs,
  nextId(),
  { kind, status, started_at: ago(age) },
];
const job = (id: string, lateAfter: number, change: object = {}): Document => [
  indices.scheduledJobs,
  id,
  { job_id: id, enabled: true, late_after: ago(lateAfter), ...change },
];
const occurrence = (state: string, age: number, jobId = 'nightly'): Document => [
  indices.jobOccurrences,
  nextId(),
  { job_id: jobId, state, claimed_at: ago(age) },
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

const moved = (churn_change: number | undefined, age = minute, to_name = 'Middle'): Document => [
  indices.segmentMigrations,
  nextId(),
  { from_name: to_name, to_name, stayed: churn_change !== undefined, customers: 9, share: 0.9, churn_change, created_at: ago(age) }, // prettier-ignore
];
const paid = (age: number): Document => [
  indices.transactions,
  nextId(),
  { '@timestamp': ago(age), user_id: 'C-CASE1' },
];
const week = 7 * day;
/** At this hour of the week, so many weeks ago. */
const usual = (count: number, weeks: number, of = 30 * minute): Document[] =>
  scored(count, { timestamp: ago(weeks * week + of) });

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
      // A log that began more than an hour ago, and nobody has ever verified it.
      thrown('audit_chain', ['unverified', 61 * minute], 'intact'),
      thrown('audit_chain', ['intact', 2 * day + minute], 'intact'),
      // Nobody has looked for longer than any window that one would think of.
      thrown('audit_chain', ['intact', 40 * day], 'intact'),
    ],
    quiet: [
      () => [control('audit_chain', 'unverified', 59 * minute), control('mode', 'unverified', 9 * day)],
      () => [control('audit_chain', 'intact', 2 * day - 5 * minute), control('breaker', 'closed', 9 * day)],
    ],
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
  'job-late': {
    firing: [
      () => {
        const documents = [job('nightly', minute), job('hourly', -minute)];
        return { documents, groups: ['nightly'], recovered: [job('nightly', -day)] };
      },
    ],
    quiet: [() => [job('nightly', -minute), job('off', minute, { enabled: false })]],
  },
  'job-failed': {
    firing: [
      () => {
        const documents = [occurrence('failed', 10 * minute), occurrence('succeeded', minute, 'hourly')];
        return { documents, groups: ['nightly'], recovered: later(documents, { claimed_at: ago(2 * day) }) };
      },
    ],
    quiet: [
      () => [occurrence('cancelled', minute), occurrence('skipped', minute), occurrence('failed', 25 * 60 * minute)],
    ],
  },
  'anomaly-score-jump': {
    firing: [
      () => {
        const past = [
          ...scored(5, { anomalyScore: 0.55, timestamp: ago(2 * day) }),
          ...scored(9, { user_id: 'C-CASE2' }),
        ];
        const documents = scored(3);
        // The scores of the last hour fall to what is usual for the customer.
        return {
          documents: [...past, ...documents],
          groups: ['C-CASE1'],
          recovered: later(documents, { anomalyScore: 0.6 }),
        };
      },
      () => {
        const documents = [...scored(1, { anomalyScore: 0.5, timestamp: ago(6 * day) }), ...scored(3)];
        // Eight days ago is no longer the week before: there is nothing to hold against.
        return { documents, groups: ['C-CASE1'], recovered: later(documents.slice(0, 1), { timestamp: ago(8 * day) }) };
      },
    ],
    quiet: [
      () => [...scored(5, { anomalyScore: 0.65, timestamp: ago(2 * day) }), ...scored(9)],
      () => [...scored(5, { anomalyScore: 0.5, timestamp: ago(2 * day) }), ...scored(2)],
      () => scored(9),
      () => [...scored(5, { anomalyScore: 0.5, timestamp: ago(2 * day), user_id: 'C-CASE2' }), ...scored(9)],
      () => [...scored(5, { anomalyScore: 0.5, timestamp: ago(2 * day) }), ...scored(9, { label: 'false_positive' })],
    ],
  },
  'anomaly-count-pattern': {
    firing: [
      () => {
        const documents = scored(13);
        // Four a week in each of four weeks: twelve are usual, thirteen are not.
        const past = [1, 2, 3, 4].flatMap((weeks) => usual(4, weeks));
        return { documents: [...past, ...documents], groups: ['all'], recovered: later(documents.slice(0, 1), { timestamp: ago(61 * minute) }) }; // prettier-ignore
      },
      // No history, and the hour that follows the usual one.
      () => {
        const documents = [...usual(14, 1, 70 * minute), ...scored(10)];
        return {
          documents,
          groups: ['all'],
          recovered: later(documents.slice(0, 14), { timestamp: ago(week + minute) }),
        };
      },
    ],
    quiet: [
      () => scored(9),
      () => [...usual(20, 3), ...scored(15)],
      () => scored(30, { suppressed_until: ago(-60 * minute) }),
      () => scored(30, { entity_type: 'customer' }),
    ],
  },
  'pipeline-no-data': {
    firing: [
      () => ({ documents: [paid(3 * day), paid(39 * day)], groups: ['all'], recovered: [paid(day)] }),
      () => {
        const documents = [paid(3 * day)];
        return { documents, groups: ['all'], recovered: later(documents, { '@timestamp': ago(41 * day) }) };
      },
    ],
    quiet: [() => [paid(47 * 60 * minute), paid(3 * day)]],
  },
  'segment-churn-rising': {
    firing: [
      () => {
        const documents = [moved(0.06), moved(0.04, minute, 'Core loyal')];
        return {
          documents,
          groups: ['Middle'],
          recovered: later(documents.slice(0, 1), { created_at: ago(25 * 60 * minute) }),
        };
      },
      () => {
        const documents = [moved(0.3)];
        return { documents, groups: ['Middle'], recovered: later(documents, { churn_change: -0.3 }) };
      },
    ],
    quiet: [() => [moved(0.049), moved(undefined), moved(0.2, 25 * 60 * minute)]],
  },
  ...Object.fromEntries(
    (
      [
        ['model-feature-drift', 'psi', 'feature/recency', 'score/all'],
        ['model-score-drift', 'psi', 'score/Loyal', 'feature/recency'],
      ] as const
    ).map(([uid, metric, group, other]): [string, RuleCases] => [
      uid,
      {
        firing: [
          () => {
            const documents = [drifted(metric, group, 0.26), drifted(metric, other, 0.9), drifted('ks', group, 0.9)];
            return { documents, groups: [group], recovered: later(documents, { '@timestamp': ago(25 * 60 * minute) }) };
          },
        ],
        quiet: [() => [drifted(metric, group, 0.24), drifted(metric, other, 0.9), drifted(metric, group, 0.9, 25 * 60 * minute)]], // prettier-ignore
      },
    ])
  ),
  'model-calibration-off': {
    firing: [
      () => {
        const documents = [drifted('calibration_error', 'calibration/all', 0.11)];
        return { documents, groups: [modelVersion], recovered: later(documents, { value: 0.05 }) };
      },
    ],
    quiet: [() => [drifted('calibration_error', 'calibration/all', 0.09), drifted('expected_rate', 'calibration/all', 0.5)]], // prettier-ignore
  },
});
