import type { ModelRef, ModelRequest, ModelRequestKind, ModelRequestResult } from '@spendscope/contracts';
import { canonicalize } from 'json-canonicalize';
import { ApiError } from '../../http/apiError';
import type { Answer } from '../../idempotency/idempotent';
import { sha256 } from '../audit/chain';
import { requireWellFormed } from '../interventions/checkRequest';
import { type Acting, refuseReadonly } from '../interventions/parts';
import { recordEffect } from '../interventions/recordEffect';
import { requireAsRead } from './historyTag';
import type { ModelParts } from './modelParts';
import { overRegistry } from './overRegistry';

export const actionOf: Record<ModelRequestKind, string> = { promotion: 'model.promote', rollback: 'model.roll_back' };

interface Asked {
  name: string;
  kind: ModelRequestKind;
  /** Absent of a rollback: what was live before. */
  version?: string;
  reason: string;
  ifMatch: string | undefined;
  /** The same for every try of one request. */
  seed: string;
}

/**
 * Asks for another live version; nothing changes until a second person approves.
 * @returns 202 with what waits
 * @throws ApiError 403 read-only, 404 no such version, 409 where its file or the history is not what it says, or it is live
 *   already, 412 where what is live has changed since it was read, 428
 */
export async function askForModel(parts: ModelParts, acting: Acting, asked: Asked): Promise<Answer> {
  const { acts, registry, requests } = parts;
  const { name, kind, reason, seed } = asked;
  refuseReadonly(acts.mode);
  requireWellFormed('reason', reason);
  const { head, target } = await overRegistry(async () => ({
    head: await registry.head(name),
    target: await targetOf(parts, asked),
  }));
  requireAsRead(asked.ifMatch, head.seq);
  if (head.live?.file === target.file) {
    throw new ApiError(409, 'live_already', `${target.version} is the live version already.`);
  }
  const by = acting.caller.actor;
  const frozen = {
    model: name,
    kind,
    version: target.version,
    content_hash: target.content_hash,
    seq: head.seq,
    reason,
  };
  const request: ModelRequest = {
    id: `mr-${sha256(seed).slice(0, 24)}`,
    ...frozen,
    ...(head.live ? { live: head.live.version } : {}),
    state: 'pending',
    payload_hash: sha256(canonicalize({ ...frozen, requestedBy: by.sub })),
    requested_by: by,
    requested_at: acts.now().toISOString(),
  };
  const act = { action: actionOf[kind], payloadHash: request.payload_hash, comment: reason };
  return recordEffect(acts, acting, act, async () => {
    const body: ModelRequestResult = { request: await requests.create(request) };
    return { result: 'pending_approval', answer: { status: 202, body } };
  });
}

/** The version, its file checked. */
async function targetOf({ registry }: ModelParts, { name, version }: Asked): Promise<ModelRef> {
  if (version !== undefined) {
    const ref = await registry.find(name, version);
    if ((await registry.read(ref.file)).format === 'spendscope-onnx') {
      throw new ApiError(
        409,
        'not_promotable',
        'An imported ONNX model is a shadow: it is compared and decides nothing.'
      );
    }
    return ref;
  }
  const ref = await registry.rollbackTarget(name);
  await registry.readRef(ref);
  return ref;
}
