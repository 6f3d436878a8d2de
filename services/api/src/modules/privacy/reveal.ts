import { type Identity, type RevealRequest, type RevealResult, indices } from '@spendscope/contracts';
import type { ElasticClient } from '@spendscope/elastic';
import { ApiError } from '../../http/apiError';
import { requireWellFormed } from '../interventions/checkRequest';
import type { Acting, InterventionParts } from '../interventions/parts';
import { recordEffect } from '../interventions/recordEffect';

/**
 * The original behind a token. Recorded before it is read, with the reason: who looked is known even where nothing was
 * found. @throws ApiError 403 by policy, 404, 429, 503 where it cannot be recorded
 */
export async function reveal(
  parts: InterventionParts,
  client: ElasticClient,
  acting: Acting,
  { token, reasonCode, comment }: RevealRequest
): Promise<RevealResult> {
  requireWellFormed('comment', comment);
  const target = { type: 'account' as const, id: token };
  const act = { policyAct: 'reveal' as const, action: 'pii.reveal', target, reasonCode, comment };
  return recordEffect(parts, acting, act, async () => {
    const { name: index, fields } = indices.identities;
    const { hits } = await client.search<Identity>({ index, size: 1, query: { term: { [fields.token]: token } } });
    const identity = hits.hits[0]?._source;
    if (!identity) {
      throw new ApiError(404, 'identity_unknown', 'Nothing is known behind this token; it may have been erased.');
    }
    const { kind, original, name, full_ips } = identity;
    const answer = { token, kind, original, ...(name ? { name } : {}), addresses: full_ips ?? [] };
    return { result: 'revealed', answer };
  });
}
