import {
  type Erasure,
  type ErasurePlan,
  type ErasureReceipt,
  type ErasureRequest,
  indices,
} from '@spendscope/contracts';
import { type ElasticClient, VersionedDocuments } from '@spendscope/elastic';
import { ApiError } from '../../http/apiError';
import type { AuditVerifier } from '../audit/AuditVerifier';
import { Recorder } from '../audit/Recorder';
import { sha256 } from '../audit/chain';
import { type Acting, type InterventionParts, recordingFailure } from '../interventions/parts';
import { refuseDenied } from '../interventions/recordEffect';
import { requireSeal, sealOf } from './confirmation';
import { type PersonalPlace, countIn, deleteIn, placesOf, transactionIds } from './personalDocuments';

export interface ErasureParts {
  parts: InterventionParts;
  client: ElasticClient;
  verifier: AuditVerifier;
}

/**
 * What would be erased, and the seal that confirms exactly this. Recorded, without the token in words.
 * @throws ApiError 403 by policy, 429, 503
 */
export async function planErasure(erasing: ErasureParts, acting: Acting, token: string): Promise<ErasurePlan> {
  const { parts, client } = erasing;
  parts.budget.spend(acting, [{ act: 'erase' }]);
  const recorder = await openRecorder(parts, acting, token);
  await refuseDenied(parts, acting, 'erase', recorder);
  await recorder.record({ stage: 'Completed', result: 'dry_run' });
  const counts: Record<string, number> = {};
  for (const place of await places(client, token)) {
    counts[place.index.name] = await countIn(client, place);
  }
  return { token, counts, confirm: sealOf(parts, acting, token) };
}

/**
 * Erases a person: their documents, originals, texts and states. The chain keeps keyed hashes only, and verifies still.
 * The receipt is written first and keeps the token, so that a later run of the pipeline does not bring them back.
 * @throws ApiError 403 by policy, 409 while something is in force for them, 422 where the seal is not of this dry run or too old
 */
export async function erasePerson(
  erasing: ErasureParts,
  acting: Acting,
  { token, confirm }: Required<ErasureRequest>
): Promise<ErasureReceipt> {
  const { parts, client, verifier } = erasing;
  parts.budget.spend(acting, [{ act: 'erase' }]);
  const recorder = await openRecorder(parts, acting, token);
  await refuseDenied(parts, acting, 'erase', recorder);
  await recorder.record({ stage: 'Received', result: 'received' });
  return recordingFailure(recorder, async () => {
    requireSeal(parts, acting, token, confirm);
    const found = await places(client, token);
    await refuseWhileInForce(client, found);
    const receipts = new VersionedDocuments<Erasure>(client, indices.erasures.name);
    // Tried again after a crash, the same seal goes on with the same receipt.
    const receipt = `er-${sha256(confirm).slice(0, 24)}`;
    const begun: Erasure = {
      token,
      status: 'running',
      by: acting.caller.actor,
      at: parts.now().toISOString(),
      counts: {},
    };
    const running = (await receipts.create(receipt, begun)) ?? (await receipts.get(receipt))!;
    await recorder.record({ stage: 'Decided', result: 'allow' });
    const counts: Record<string, number> = {};
    for (const place of found) {
      counts[place.index.name] = await deleteIn(client, place);
    }
    const erasedAt = parts.now().toISOString();
    await receipts.replace(
      receipt,
      { ...running.document, status: 'done', completed_at: erasedAt, counts },
      running.version
    );
    await recorder.record({ stage: 'Executed', result: 'erased' }, { stage: 'Completed', result: receipt });
    const { ok } = await verifier.verify();
    return { receipt, token, erasedAt, counts, chainOk: ok };
  });
}

/** Records hold the keyed hash of the target, and no text that would have to be erased in its turn. */
const openRecorder = (parts: InterventionParts, acting: Acting, token: string): Promise<Recorder> =>
  Recorder.open(parts.audit, {
    ...acting,
    action: 'privacy.erase',
    policyVersion: parts.policy.version,
    target: { type: 'account', id: token },
    hashOnly: true,
  });

async function places(client: ElasticClient, token: string): Promise<PersonalPlace[]> {
  return placesOf(token, [token, ...(await transactionIds(client, token))]);
}

async function refuseWhileInForce(client: ElasticClient, found: readonly PersonalPlace[]): Promise<void> {
  const { fields } = indices.interventions;
  const place = found.find(({ index }) => index === indices.interventions)!;
  const ended = ['denied', 'rejected', 'expired', 'cancelled', 'released', 'failed'];
  const open = { bool: { filter: [place.query], must_not: [{ terms: { [fields.state]: ended } }] } };
  if ((await countIn(client, { index: place.index, query: open })) > 0) {
    throw new ApiError(409, 'in_force', 'An intervention on this person is not over. Release or cancel it first.');
  }
}
