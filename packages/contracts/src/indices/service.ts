import Type, { type Static } from 'typebox';
import { defineIndex } from '../defineIndex';
import { date, keyword, object, optional, stored, text } from '../elasticTypes';
import { Actor } from './interventions';

/**
 * `_id` is the switch's name: `mode`, `breaker`; all servers on one store follow it. `audit_chain` is the newest verdict on
 * the audit log, `intact` or `broken`, or `unverified` since the log began and nobody has verified it.
 */
export const Control = object({
  value: keyword('what is in force'),
  changed_at: date(),
  changed_by: Actor,
  reason: text(),
  /** A change that waits for a second person. */
  proposal: optional(
    stored(
      Type.Object({ id: Type.String(), value: Type.String(), reason: Type.String(), by: Actor, at: Type.String() })
    )
  ),
});
export type Control = Static<typeof Control>;

export const controls = defineIndex({
  name: 'spendscope-controls',
  layout: 'single',
  version: 1,
  description:
    'One document is a switch of the service: its mode, its blast-radius breaker; or the verdict on its audit log.',
  grafanaReads: true,
  document: Control,
});

/** `_id` is the receipt's id. The token is a keyed hash of nothing that is left; the pipeline never publishes it again. */
export const Erasure = object({
  token: keyword('whose data was erased'),
  status: keyword('running, done'),
  by: Actor,
  at: date(),
  completed_at: optional(date()),
  counts: stored(Type.Record(Type.String(), Type.Integer()), 'documents erased, by index'),
});
export type Erasure = Static<typeof Erasure>;

export const erasures = defineIndex({
  name: 'spendscope-erasures',
  layout: 'single',
  version: 1,
  description: 'One document is the receipt of an erasure.',
  grafanaReads: false,
  document: Erasure,
});
