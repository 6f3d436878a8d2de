import { ApiError } from '../../http/apiError';
import { type DocumentVersion, changedMeanwhile } from '../../http/etag';
import type { InterventionStore, VersionedIntervention } from './InterventionStore';

/** @throws ApiError 404 */
export async function requireIntervention(store: InterventionStore, id: string): Promise<VersionedIntervention> {
  const known = await store.get(id);
  if (!known) {
    throw new ApiError(404, 'intervention_unknown', 'There is no intervention of this id.');
  }
  return known;
}

/** The intervention as the caller read it. @throws ApiError 404, or 412 where it has changed since */
export async function requireAsRead(
  store: InterventionStore,
  id: string,
  read: DocumentVersion
): Promise<VersionedIntervention> {
  const known = await requireIntervention(store, id);
  if (known.version.seqNo !== read.seqNo || known.version.primaryTerm !== read.primaryTerm) {
    throw changedMeanwhile();
  }
  return known;
}
