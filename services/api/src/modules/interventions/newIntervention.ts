import type { Intervention } from '@spendscope/contracts';
import { canonicalize } from 'json-canonicalize';
import { sha256 } from '../audit/chain';
import type { CheckedRequest } from './checkRequest';
import type { Acting } from './parts';

/** An id that is the same for every try of one Idempotency-Key. */
export const interventionIdOf = (seed: string): string => `iv-${sha256(seed).slice(0, 24)}`;

/** Freezes all that was asked for and by whom: what is approved later is exactly this. */
export const payloadHashOf = ({ request, durationSec }: CheckedRequest, sub: string): string =>
  sha256(canonicalize({ ...request, durationSec: durationSec ?? null, requestedBy: sub }));

export const endOf = (from: Date, durationSec: number | undefined): { expires_at?: string } =>
  durationSec === undefined ? {} : { expires_at: new Date(from.getTime() + durationSec * 1_000).toISOString() };

interface Circumstances {
  id: string;
  acting: Acting;
  state: 'executing' | 'pending_approval';
  mode: Intervention['mode'];
  policyVersion: string;
  connector: string;
  now: Date;
  textId?: string;
  batchId?: string;
}

export function newIntervention(checked: CheckedRequest, at: Circumstances): Intervention {
  const { request, durationSec } = checked;
  const { evidence } = request;
  const instant = at.now.toISOString();
  return {
    id: at.id,
    action: request.action,
    target: request.target,
    state: at.state,
    reason_code: request.reasonCode,
    requested_by: at.acting.caller.actor,
    requested_at: instant,
    updated_at: instant,
    ...(durationSec === undefined ? {} : { duration_sec: durationSec }),
    // The time runs from when it is in force, not from when it was asked for.
    ...(at.state === 'executing' ? endOf(at.now, durationSec) : {}),
    ...(evidence
      ? { evidence: { anomaly_id: evidence.anomalyId, score: evidence.score, model_version: evidence.modelVersion } }
      : {}),
    policy_version: at.policyVersion,
    mode: at.mode,
    connector: at.connector,
    ...(request.ifState ? { if_state: request.ifState } : {}),
    payload_hash: payloadHashOf(checked, at.acting.caller.actor.sub),
    ...(at.batchId ? { batch_id: at.batchId } : {}),
    ...(at.textId ? { audit_text_id: at.textId } : {}),
  };
}
