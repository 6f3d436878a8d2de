import {
  type ModelDecision,
  type ModelHistoryEntry,
  type ModelRequest,
  type ModelRequestResult,
} from '@spendscope/contracts';
import type { Versioned } from '@spendscope/elastic';
import { RegistryError, publishStatus } from '@spendscope/registry';
import { ApiError } from '../../http/apiError';
import type { Answer } from '../../idempotency/idempotent';
import { refusePerson, refuseRequest } from '../approvals/secondPerson';
import { Recorder } from '../audit/Recorder';
import { requireWellFormed } from '../interventions/checkRequest';
import { afterEffect } from '../interventions/outcomeLost';
import { type Acting, recordingFailure, refuseReadonly } from '../interventions/parts';
import type { ModelParts } from './modelParts';
import { overRegistry } from './overRegistry';

type Known = Versioned<ModelRequest>;

/**
 * A second person approves or rejects what somebody asked for, or its requester takes it back. Approved, the alias moves.
 * @throws ApiError 403 on one's own request, 404, 409 where it does not wait, is another than was read, what is live has
 *   changed since it was asked for, or a file is not what it says: what is live then stays so
 */
export async function decideModel(
  parts: ModelParts,
  acting: Acting,
  { name, id, decision, payloadHash, comment }: ModelDecision & { name: string; id: string }
): Promise<Answer> {
  const { acts, requests } = parts;
  refuseReadonly(acts.mode);
  requireWellFormed('comment', comment);
  const known = await requests.get(id);
  if (known?.document.model !== name) {
    throw new ApiError(404, 'request_unknown', 'There is no such request for this model.');
  }
  const { document } = known;
  const recorder = await Recorder.open(acts.audit, {
    ...acting,
    ...{ action: `model.${decision}`, policyVersion: acts.policy.version, payloadHash: document.payload_hash, comment },
  });
  const refusal = refusalOf(document, acting, { decision, payloadHash }, acts.now());
  if (refusal) {
    await recorder.record({ stage: 'Received', result: 'received' }, { stage: 'Denied', result: refusal.code });
    throw refusal;
  }
  await recorder.record(
    { stage: 'Received', result: 'received', state_before: document.state },
    { stage: 'Decided', result: decision }
  );
  return recordingFailure(recorder, async () => {
    const body: ModelRequestResult =
      decision === 'approve'
        ? await approve(parts, acting, known, recorder)
        : await close(parts, acting, known, recorder, decision === 'reject' ? 'rejected' : 'cancelled');
    return { status: 200, body };
  });
}

function refusalOf(
  request: ModelRequest,
  { caller: { actor } }: Acting,
  { decision, payloadHash }: Pick<ModelDecision, 'decision' | 'payloadHash'>,
  now: Date
): ApiError | undefined {
  const notTheirs = 'Only who asked for it can take it back. Another person can reject it.';
  const refusal = refusePerson(request, { actor, takesBack: decision === 'cancel', notTheirs });
  if (refusal) {
    return refusal;
  }
  const { state } = request;
  // What a crash left in between is approved once more, and no longer called off.
  if (state !== 'pending' && !(state === 'approving' && decision === 'approve')) {
    return new ApiError(409, 'not_pending', `This request does not wait any more; it is ${state}.`);
  }
  return refuseRequest(request, { now, read: payloadHash });
}

async function approve(
  parts: ModelParts,
  acting: Acting,
  known: Known,
  recorder: Recorder
): Promise<ModelRequestResult> {
  const { acts, requests } = parts;
  const decided = { decided_by: acting.caller.actor, decided_at: acts.now().toISOString() };
  const held = await requests.move(known, { state: 'approving', ...decided });
  if (!held) {
    throw decidedMeanwhile();
  }
  const entry = await makeLive(parts, held).catch(async (error: unknown) => {
    const failed = error instanceof RegistryError;
    // What the registry refuses it refuses for good; a registry that is away may be asked again.
    const open = { state: 'pending', decided_by: undefined, decided_at: undefined } as const;
    await requests.move(held, failed ? { state: 'failed', result: error.code } : open);
    return overRegistry(() => Promise.reject(error));
  });
  return afterEffect('promotion', async () => {
    const { version, live } = held.document;
    await recorder.record({ stage: 'Completed', result: version, state_after: version, ...(live ? { state_before: live } : {}) }); // prettier-ignore
    const done = await requests.move(held, { state: 'approved' });
    await announce(parts, entry.model);
    return { request: done?.document ?? held.document, entry };
  });
}

/** Moves the alias; where a first try of the same approval did so before it died, its entry is the answer. */
async function makeLive({ registry, acts }: ModelParts, { document }: Known): Promise<ModelHistoryEntry> {
  const {
    id,
    model,
    version,
    content_hash: hash,
    kind,
    reason,
    seq,
    requested_by: asker,
    decided_by: approver,
  } = document;
  const done = (await registry.history(model)).find(({ request }) => request === id);
  if (done) {
    return done;
  }
  const ref = await registry.find(model, version);
  const entry = await registry.makeLive(
    model,
    { ...ref, content_hash: hash },
    {
      ...{ at: acts.now(), kind: kind === 'promotion' ? 'promoted' : 'rolled_back', request: id, reason, seq },
      ...{ by: `user:${asker.login}`, approvedBy: `user:${approver!.login}` },
    }
  );
  if (!entry) {
    throw new RegistryError('live_changed', `${version} is the live version already.`, 'Look again.');
  }
  return entry;
}

/** The registry has decided: an index of models that is not in line is brought in line by the next change. */
async function announce({ client, registry, changed, warn }: ModelParts, name: string): Promise<void> {
  await changed();
  await registry
    .history(name)
    .then((entries) => publishStatus(client, name, entries))
    .catch((error: unknown) => warn(error, 'status of models not published'));
}

async function close(
  { acts, requests }: ModelParts,
  acting: Acting,
  known: Known,
  recorder: Recorder,
  state: 'rejected' | 'cancelled'
): Promise<ModelRequestResult> {
  const decided = { decided_by: acting.caller.actor, decided_at: acts.now().toISOString() };
  const closed = await requests.move(known, { state, ...decided });
  if (!closed) {
    throw decidedMeanwhile();
  }
  return afterEffect('decision', async () => {
    await recorder.record({ stage: 'Completed', result: state, state_before: 'pending', state_after: state });
    return { request: closed.document };
  });
}

const decidedMeanwhile = (): ApiError =>
  new ApiError(409, 'changed_meanwhile', 'Somebody else has just decided on this. Read it again.');
