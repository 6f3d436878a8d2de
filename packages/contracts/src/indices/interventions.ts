import Type, { type Static } from 'typebox';
import { defineIndex } from '../defineIndex';
import { boolean, date, integer, keyword, list, long, object, optional, oneOf, stored, text } from '../elasticTypes';
import { CustomerSelection } from '../selections/selection';

export const actionNames = ['lock_account', 'block_transaction', 'require_extra_auth'] as const;
export type ActionName = (typeof actionNames)[number];

export const targetTypes = ['account', 'transaction'] as const;
export type TargetType = (typeof targetTypes)[number];

export const interventionStates = [
  'requested',
  'denied',
  'pending_approval',
  'approved',
  'rejected',
  'expired',
  'cancelled',
  'executing',
  'active',
  'releasing',
  'released',
  'failed',
  'unknown',
] as const;
export type InterventionState = (typeof interventionStates)[number];

export const reasonCodes = [
  'card_testing',
  'account_takeover',
  'velocity',
  'geo_mismatch',
  'customer_request',
  'policy',
  'other',
] as const;
export type ReasonCode = (typeof reasonCodes)[number];

export const Target = object({ type: oneOf(targetTypes), id: keyword('token of the account, or transaction id') });
export type Target = Static<typeof Target>;

export const Actor = object({
  sub: keyword('subject of the verified identity'),
  login: keyword(),
  type: keyword('user, service or system'),
  role: keyword('Viewer, Editor, Admin; the service’s name for machines'),
});
export type Actor = Static<typeof Actor>;

/** Personal text (comment, ticket) is not here: it stands in the audit-text index under `audit_text_id`. */
export const Intervention = object({
  id: keyword(),
  action: oneOf(actionNames),
  target: Target,
  state: oneOf(interventionStates),
  reason_code: oneOf(reasonCodes),
  requested_by: Actor,
  requested_at: date(),
  updated_at: date(),
  duration_sec: optional(long('as asked for; absent: until released')),
  expires_at: optional(date('absent: until released')),
  decided_by: optional(Actor),
  decided_at: optional(date('when the second person approved or rejected it')),
  released_by: optional(Actor),
  released_at: optional(date()),
  release_reason: optional(oneOf(reasonCodes)),
  evidence: optional(
    object({
      anomaly_id: keyword(),
      score: Type.Number({ es: { type: 'float' } }),
      model_version: keyword(),
    })
  ),
  policy_version: keyword(),
  mode: oneOf(['observe', 'enforce'] as const),
  connector: keyword(),
  if_state: optional(list(oneOf(actionNames, 'in force when it was asked for, on which alone it may be carried out'))),
  payload_hash: keyword(),
  batch_id: optional(keyword()),
  audit_text_id: optional(keyword()),
  failure: optional(text()),
});
export type Intervention = Static<typeof Intervention>;

export const interventions = defineIndex({
  name: 'spendscope-interventions',
  layout: 'single',
  version: 2,
  description: 'One document is an intervention and its state.',
  grafanaReads: true,
  document: Intervention,
});

/** `_id` is `TYPE:ID`. Survives every run of the pipeline. */
export const TargetState = object({
  target: Target,
  in_force: list(oneOf(actionNames)),
  interventions: stored(
    list(
      Type.Object({
        id: Type.String(),
        action: Type.Enum([...actionNames]),
        state: Type.Enum([...interventionStates]),
        by: Type.String(),
        since: Type.String(),
        expires_at: Type.Optional(Type.String()),
      })
    )
  ),
  updated_at: date(),
});
export type TargetState = Static<typeof TargetState>;

export const states = defineIndex({
  name: 'spendscope-states',
  layout: 'single',
  version: 1,
  description: 'What is in force for an account or transaction now.',
  grafanaReads: true,
  document: TargetState,
});

export const auditStages = ['Received', 'Decided', 'Executed', 'Completed', 'Denied', 'Failed'] as const;

export const AuditRecord = object({
  seq: long('monotone over the log, no gaps'),
  ts: date(),
  stage: oneOf(auditStages),
  actor: Actor,
  channel: object({
    instance: keyword(),
    ip: optional(keyword('in records of an earlier version only: see origin in the audit-text index')),
    user_agent: optional(keyword('in records of an earlier version only')),
  }),
  action: keyword(),
  target: optional(object({ type: keyword(), id_hash: keyword('keyed hash of the target') })),
  intervention_id: optional(keyword()),
  reason_code: optional(keyword()),
  text_hash: optional(keyword('keyed hash of the personal text in the audit-text index')),
  origin_hash: optional(keyword('keyed hash of where the caller called from, in the audit-text index')),
  text_id: optional(keyword()),
  payload_hash: optional(keyword()),
  policy_version: keyword(),
  state_before: optional(keyword()),
  state_after: optional(keyword()),
  result: keyword(),
  request_id: keyword(),
  trace_id: optional(keyword('trace that the call belongs to, W3C Trace Context')),
});
export type AuditRecord = Static<typeof AuditRecord>;

/** `_id` is the block number, zero-padded; created with `op_type=create` only, so the chain cannot fork. */
export const AuditBlock = object({
  block: long(),
  first_seq: long(),
  last_seq: long(),
  prev_hash: keyword('hash of the block before; 64 zeros for the first'),
  hash: keyword('SHA-256 of prev_hash and the RFC 8785 form of the block without hash'),
  records: list(AuditRecord),
});
export type AuditBlock = Static<typeof AuditBlock>;

export const audit = defineIndex({
  name: 'spendscope-audit',
  layout: 'single',
  version: 2,
  description: 'One document is a block of the audit chain.',
  grafanaReads: false,
  document: AuditBlock,
});

/** Where somebody called from: of the person who acts, and erased for them, not for the customer. */
export const AuditOrigin = object({
  login: keyword('by whom it is found when they are erased'),
  email: optional(keyword()),
  ip: keyword(),
  user_agent: keyword(),
  salt: keyword(),
});
export type AuditOrigin = Static<typeof AuditOrigin>;

export const AuditText = object({
  text_id: keyword(),
  target: optional(Target),
  comment: optional(Type.String({ es: { type: 'text' } })),
  ticket: optional(keyword()),
  origin: optional(AuditOrigin),
  salt: keyword(),
  created_at: date(),
});
export type AuditText = Static<typeof AuditText>;

export const auditText = defineIndex({
  name: 'spendscope-audit-text',
  layout: 'single',
  version: 2,
  description: 'Personal text of audit records; erasable, the chain holds its keyed hash only.',
  grafanaReads: false,
  document: AuditText,
});

export const AuditCheckpoint = object({
  log_id: keyword(),
  first_seq: long(),
  last_seq: long(),
  last_block: long(),
  head_hash: keyword(),
  prev_checkpoint_hash: keyword(),
  ts: date(),
  key_id: keyword(),
  signature: Type.String({ es: { type: 'keyword', index: false, doc_values: false } }),
});
export type AuditCheckpoint = Static<typeof AuditCheckpoint>;

export const auditCheckpoints = defineIndex({
  name: 'spendscope-audit-checkpoints',
  layout: 'single',
  version: 1,
  description: 'One document is an Ed25519-signed head of the audit chain.',
  grafanaReads: false,
  document: AuditCheckpoint,
});

/** `_id` is the hash of caller, method, path and key; its `op_type=create` is the lock. */
export const IdempotencyEntry = object({
  fingerprint: keyword('SHA-256 of the canonical body'),
  status: oneOf(['running', 'done'] as const),
  http_status: optional(integer()),
  body: optional(Type.String({ es: { type: 'keyword', index: false, doc_values: false } })),
  created_at: date(),
  locked_at: date('when its owner last took it: after a minute another may take over'),
  owner: keyword('process that runs it'),
});
export type IdempotencyEntry = Static<typeof IdempotencyEntry>;

export const idempotency = defineIndex({
  name: 'spendscope-idempotency',
  layout: 'single',
  version: 1,
  description: 'One document is an idempotency key and the stored answer.',
  grafanaReads: false,
  document: IdempotencyEntry,
});

export const Lease = object({ holder: keyword(), expires_at: date(), fencing: long() });
export type Lease = Static<typeof Lease>;

export const leases = defineIndex({
  name: 'spendscope-leases',
  layout: 'single',
  version: 1,
  description: 'One document elects who does a periodic job.',
  grafanaReads: false,
  document: Lease,
});

export const Label = object({
  anomaly_id: keyword(),
  user_id: keyword(),
  label: oneOf(['true_positive', 'false_positive', 'unsure'] as const),
  by: Actor,
  at: date(),
});
export type Label = Static<typeof Label>;

export const labels = defineIndex({
  name: 'spendscope-labels',
  layout: 'single',
  version: 1,
  description: 'One document is a verdict on an anomaly.',
  grafanaReads: true,
  document: Label,
});

export const Suppression = object({
  target: Target,
  scope: keyword('model name, or all'),
  reason_code: oneOf(reasonCodes),
  by: Actor,
  at: date(),
  until: date('at most 180 days away'),
  revoked: optional(boolean()),
});
export type Suppression = Static<typeof Suppression>;

export const suppressions = defineIndex({
  name: 'spendscope-suppressions',
  layout: 'single',
  version: 1,
  description: 'One document keeps an entity out of the anomaly table for a time.',
  grafanaReads: true,
  document: Suppression,
});

export const reviewStates = ['open', 'done'] as const;
/** What a person found when looking into it. */
export const reviewOutcomes = ['true_positive', 'false_positive', 'unsure'] as const;
export type ReviewOutcome = (typeof reviewOutcomes)[number];

/** `_id` is made of source, alert and the instant it began, so that a repeated notification finds its item. */
export const Review = object({
  opened_at: date(),
  updated_at: date(),
  source: keyword('grafana or watcher'),
  fingerprint: keyword('of the alert, as its source names it'),
  title: text(),
  summary: optional(text()),
  severity: optional(keyword()),
  target: optional(Target),
  link: keyword('back to the filtered table, a path of Grafana'),
  status: oneOf(reviewStates),
  starts_at: date(),
  notifications: long('how often its source spoke of it'),
  closed_at: optional(date()),
  closed_by: optional(Actor),
  outcome: optional(oneOf(reviewOutcomes, 'absent where its source called the alert resolved')),
  intervention_id: optional(keyword('what the policy let the service do by itself')),
  action_result: optional(keyword('what became of that')),
});
export type Review = Static<typeof Review>;

export const reviews = defineIndex({
  name: 'spendscope-reviews',
  layout: 'single',
  version: 3,
  description: 'One document is an item that an alert opened for a person.',
  grafanaReads: true,
  document: Review,
});

export const SegmentDefinition = object({
  name: keyword(),
  owner: keyword(),
  note: optional(text()),
  kind: oneOf(['clusters', 'ranges', 'polygon', 'filter'] as const),
  definition: stored(CustomerSelection),
  run_id: keyword(),
  frozen_count: long(),
  created_at: date(),
});
export type SegmentDefinition = Static<typeof SegmentDefinition>;

export const segmentDefinitions = defineIndex({
  name: 'spendscope-segment-definitions',
  layout: 'single',
  version: 1,
  description: 'One document is a segment that somebody saved.',
  grafanaReads: true,
  document: SegmentDefinition,
});
