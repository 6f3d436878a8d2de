import { type OperatorErasurePlan, type OperatorErasureReceipt, indices } from '@spendscope/contracts';
import type { ElasticClient } from '@spendscope/elastic';
import { Recorder } from '../audit/Recorder';
import { keyedHash } from '../audit/auditKeys';
import { type Acting, type InterventionParts, recordingFailure } from '../interventions/parts';
import { refuseDenied } from '../interventions/recordEffect';
import { requireSeal, sealOf } from './confirmation';
import type { ErasureParts } from './erasePerson';
import { countIn } from './personalDocuments';

const { name: index, fields } = indices.auditText;
const pageSize = 1_000;
/** No login and no token begin like this: a seal of one is none of the other. */
const subjectOf = (login: string): string => `operator:${login}`;
const originsOf = (login: string): object => ({ term: { [fields.origin.login]: login } });

/** How many records' origins would be erased, and the seal that confirms it. */
export async function planOperatorErasure(
  { parts, client }: ErasureParts,
  acting: Acting,
  login: string
): Promise<OperatorErasurePlan> {
  parts.budget.spend(acting, [{ act: 'erase' }]);
  const recorder = await openRecorder(parts, acting, login);
  await refuseDenied(parts, acting, 'erase', recorder);
  await recorder.record({ stage: 'Completed', result: 'dry_run' });
  const texts = await countIn(client, { index: indices.auditText, query: originsOf(login) });
  return { login, texts, confirm: sealOf(parts, acting, subjectOf(login)) };
}

/**
 * Erases where a person who acts called from: address, program and mail address, this very call's included where they
 * erase themselves. Who did what stays on record by name, and what was written about customers stays theirs.
 * @throws ApiError 403 by policy, 422 where the seal is not of this dry run or too old
 */
export async function eraseOperator(
  { parts, client, verifier }: ErasureParts,
  acting: Acting,
  { login, confirm }: { login: string; confirm: string }
): Promise<OperatorErasureReceipt> {
  parts.budget.spend(acting, [{ act: 'erase' }]);
  const recorder = await openRecorder(parts, acting, login);
  await refuseDenied(parts, acting, 'erase', recorder);
  await recorder.record({ stage: 'Received', result: 'received' });
  return recordingFailure(recorder, async () => {
    requireSeal(parts, acting, subjectOf(login), confirm);
    await recorder.record({ stage: 'Decided', result: 'allow' });
    const texts = await eraseOrigins(client, login);
    const erasedAt = parts.now().toISOString();
    await recorder.record({ stage: 'Executed', result: 'erased' }, { stage: 'Completed', result: `${texts} origins` });
    const { ok } = await verifier.verify();
    return { login, texts, erasedAt, chainOk: ok };
  });
}

/** The record says which login by its keyed hash. */
const openRecorder = (parts: InterventionParts, acting: Acting, login: string): Promise<Recorder> =>
  Recorder.open(parts.audit, {
    ...acting,
    action: 'privacy.erase_operator',
    policyVersion: parts.policy.version,
    payloadHash: keyedHash(parts.audit.hashKey, subjectOf(login)),
  });

/** The rest of each text stays: its own hash in the chain does not cover the origin. Returns how many. */
async function eraseOrigins(client: ElasticClient, login: string): Promise<number> {
  for (let erased = 0; ;) {
    await client.indices.refresh({ index });
    const { hits } = await client.search({ index, size: pageSize, _source: false, query: originsOf(login) });
    if (hits.hits.length === 0) {
      return erased;
    }
    const operations = hits.hits.flatMap((hit) => [
      { update: { _index: hit._index, _id: hit._id! } },
      { doc: { origin: null } },
    ]);
    const { items } = await client.bulk({ operations });
    const failed = items.find(({ update: one }) => one?.error && one.status !== 404);
    if (failed) {
      throw new Error(`An origin cannot be erased: ${failed.update?.error?.type}.`);
    }
    erased += hits.hits.length;
  }
}
