import Type, { type Static } from 'typebox';
import { defineIndex } from '../defineIndex';
import {
  date,
  double,
  float,
  integer,
  keyword,
  list,
  long,
  object,
  optional,
  oneOf,
  stored,
  text,
} from '../elasticTypes';
import { ModelHistoryEntry } from '../models/modelHistory';

export const jobKinds = ['generate', 'ingest', 'analyze', 'detect', 'watch', 'retrain', 'publish'] as const;

export const runStatuses = ['running', 'succeeded', 'failed', 'cancelled'] as const;

const RfmCuts = Type.Object(
  {
    by: Type.Enum(['rank', 'value'], { description: 'rank: shares of the customers; value: days, orders or money' }),
    // An array of four, not a tuple: TypeBox writes tuples as older drafts of JSON Schema do, which OpenAPI 3.1 refuses.
    at: Type.Unsafe<readonly [number, number, number, number]>(
      Type.Array(Type.Number(), { minItems: 4, maxItems: 4, description: 'four, ascending' })
    ),
  },
  { additionalProperties: false }
);

/** Where recency, frequency and monetary value are cut into scores from 1 to 5. */
export const RfmScheme = Type.Object(
  { version: Type.String({ minLength: 1, maxLength: 60 }), recency: RfmCuts, frequency: RfmCuts, monetary: RfmCuts },
  { additionalProperties: false }
);
export type RfmScheme = Static<typeof RfmScheme>;

export const RunInput = Type.Object(
  {
    kind: Type.Enum(['file', 'table', 'index']),
    name: Type.String({ description: 'file name without its folder, table of the working store, or index' }),
    rows: Type.Optional(Type.Integer({ description: 'absent where an interrupted ingest had read the file before' })),
    content_hash: Type.String({
      description: 'of a file sha256:…, of a table rows:… (XOR of the MD5 of its rows), of what people said sha256:…',
    }),
  },
  { additionalProperties: false }
);
export type RunInput = Static<typeof RunInput>;

const RunOutput = Type.Object(
  {
    kind: Type.Enum(['index', 'table', 'model']),
    name: Type.String({ description: 'index as readers ask for it, table, or model file' }),
    documents: Type.Optional(Type.Integer()),
    content_hash: Type.String({ description: 'of an index its documents:…, without the run’s id and times' }),
  },
  { additionalProperties: false }
);
export type RunOutput = Static<typeof RunOutput>;

/** What a run read, with which parameters and versions, and what came out: equal inputs give an equal `outputs_hash`. */
export const RunManifest = Type.Object(
  {
    inputs: Type.Array(RunInput),
    inputs_hash: Type.String(),
    parameters: Type.Record(Type.String(), Type.Unknown()),
    versions: Type.Record(Type.String(), Type.String()),
    metrics: Type.Record(Type.String(), Type.Number()),
    peak_rss_bytes: Type.Integer({ description: 'most memory that the process had at once' }),
    outputs: Type.Array(RunOutput),
    outputs_hash: Type.String(),
  },
  { additionalProperties: false }
);
export type RunManifest = Static<typeof RunManifest>;

export const Run = object({
  run_id: keyword(),
  kind: oneOf(jobKinds),
  status: oneOf(runStatuses),
  started_at: date(),
  ended_at: optional(date()),
  world: optional(keyword()),
  /** the data's own time range, which dashboards link to */
  data_from: optional(date()),
  data_to: optional(date()),
  read: optional(long('rows read')),
  written: optional(long('documents written')),
  rejected: optional(long('rows in quarantine')),
  stages: stored(
    list(
      Type.Object({
        name: Type.String(),
        seconds: Type.Number(),
        detail: Type.Optional(Type.String()),
        kept: Type.Optional(Type.Boolean({ description: 'done before an interruption, and not again' })),
      })
    )
  ),
  time_zone: optional(keyword()),
  currency: optional(keyword()),
  rfm: optional(stored(RfmScheme, 'cut points of the RFM scores')),
  job_id: optional(keyword('of the jobs file, where the scheduler started it')),
  occurrence_id: optional(keyword('which time of that job')),
  manifest: optional(stored(RunManifest, 'inputs, parameters, versions, metrics, outputs, with their hashes')),
  error: optional(text()),
});
export type Run = Static<typeof Run>;

export const runs = defineIndex({
  name: 'spendscope-runs',
  layout: 'single',
  version: 3,
  description: 'One document is a run of a job.',
  grafanaReads: true,
  document: Run,
});

export const Model = object({
  model: keyword('anomaly_detectors, churn…'),
  model_version: keyword(),
  status: oneOf(['live', 'shadow', 'retired'] as const),
  trained_at: date(),
  data_from: optional(date()),
  data_to: optional(date()),
  rows: long(),
  content_hash: keyword('SHA-256 of the model file'),
  file: keyword('name in the registry'),
  features: list(keyword()),
  card: stored(Type.Record(Type.String(), Type.Unknown())),
  /** The changes that made this version live or shadow, or took that from it; oldest first. */
  history: optional(stored(Type.Array(ModelHistoryEntry))),
});
export type Model = Static<typeof Model>;

export const models = defineIndex({
  name: 'spendscope-models',
  layout: 'single',
  version: 2,
  description: 'One document is a model version, with its status and history as the registry has them.',
  grafanaReads: true,
  document: Model,
});

export const ModelMetric = object({
  '@timestamp': date(),
  model: keyword(),
  model_version: keyword(),
  metric: keyword(),
  value: double(),
  group: optional(keyword()),
});
export type ModelMetric = Static<typeof ModelMetric>;

export const modelMetrics = defineIndex({
  name: 'spendscope-model-metrics',
  layout: 'single',
  version: 1,
  description: 'One document is a metric point of a model.',
  grafanaReads: true,
  document: ModelMetric,
});

/** Holds rejected rows as they came, originals included: no Grafana user reads it. */
export const QuarantinedRow = object({
  '@timestamp': date(),
  run_id: keyword(),
  file: keyword(),
  line: long(),
  column: optional(keyword()),
  value: optional(Type.String({ es: { type: 'keyword', ignore_above: 256, doc_values: false, index: false } })),
  code: keyword(),
  reason: text(),
});
export type QuarantinedRow = Static<typeof QuarantinedRow>;

export const quarantine = defineIndex({
  name: 'spendscope-quarantine',
  layout: 'single',
  version: 1,
  description: 'One document is a rejected input row with its reason.',
  grafanaReads: false,
  document: QuarantinedRow,
});

export const LogLine = object({
  '@timestamp': date(),
  component: keyword(),
  level: keyword(),
  message: text(),
  run_id: optional(keyword()),
  occurrence_id: optional(keyword('the time of a job that said it')),
  request_id: optional(keyword()),
  duration_ms: optional(integer()),
});
export type LogLine = Static<typeof LogLine>;

export const logs = defineIndex({
  name: 'spendscope-logs',
  layout: 'single',
  version: 2,
  description: 'One document is a line of a component’s log.',
  grafanaReads: true,
  document: LogLine,
});

export const HostSample = object({
  '@timestamp': date(),
  host: keyword('name of the machine'),
  cpu: float('share of all cores that worked since the sample before'),
  load: float('processes that ran or waited, mean of a minute'),
  cores: integer(),
  memory: float('share of the memory in use, caches not counted'),
  memory_bytes: long('in use'),
  disk: float('share of the disk of the state folder in use'),
  disk_free_bytes: long('that the service may still write'),
});
export type HostSample = Static<typeof HostSample>;

export const hostSamples = defineIndex({
  name: 'spendscope-host-samples',
  layout: 'single',
  version: 1,
  description: 'One document is what a machine was busy with; a week is kept, then the oldest is replaced.',
  grafanaReads: true,
  document: HostSample,
});

export const Identity = object({
  token: keyword(),
  kind: oneOf(['customer', 'card', 'ip'] as const),
  original: Type.String({ es: { type: 'keyword' } }),
  name: optional(keyword()),
  full_ips: optional(list(keyword())),
  first_seen: date(),
});
export type Identity = Static<typeof Identity>;

export const identities = defineIndex({
  name: 'spendscope-identities',
  layout: 'single',
  version: 1,
  description: 'Token → original. No Grafana user can read it; the API does by an audited reveal.',
  grafanaReads: false,
  document: Identity,
});
