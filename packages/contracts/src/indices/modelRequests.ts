import type { Static } from 'typebox';
import { defineIndex } from '../defineIndex';
import { date, keyword, long, object, oneOf, optional, text } from '../elasticTypes';
import { Actor } from './interventions';

export const modelRequestKinds = ['promotion', 'rollback'] as const;
export type ModelRequestKind = (typeof modelRequestKinds)[number];

/** approving: a second person said yes, and the registry is being asked. failed: the registry refused. */
export const modelRequestStates = ['pending', 'approving', 'approved', 'rejected', 'cancelled', 'failed'] as const;

/** What somebody wants to be live, until a second person has decided. */
export const ModelRequest = object({
  id: keyword(),
  model: keyword(),
  kind: oneOf(modelRequestKinds),
  version: keyword('to be made live'),
  content_hash: keyword('of that version’s file'),
  live: optional(keyword('version that was live when it was asked for')),
  seq: long('entries of the model’s history then: with more of them the request is refused'),
  reason: text(),
  state: oneOf(modelRequestStates),
  result: optional(keyword('why it failed')),
  payload_hash: keyword('freezes all that was asked for and by whom'),
  requested_by: Actor,
  requested_at: date(),
  decided_by: optional(Actor),
  decided_at: optional(date()),
});
export type ModelRequest = Static<typeof ModelRequest>;

export const modelRequests = defineIndex({
  name: 'spendscope-model-requests',
  layout: 'single',
  version: 1,
  description: 'One document is a promotion or a rollback that somebody asked for.',
  grafanaReads: true,
  document: ModelRequest,
});
