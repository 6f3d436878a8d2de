import type { Services } from '../services';

/** What waits and what is overdue, for Prometheus: read by each server, whoever holds the lease, and in read-only mode too. */
export async function readBacklog({ interventions, metrics, now }: Services): Promise<void> {
  const { store } = interventions;
  const due = await store.findBefore(['active'], 'expires_at', now(), 0);
  metrics.expiryBacklog.set(due.total);
  const [oldest] = (await store.findBefore(['pending_approval'], 'requested_at', now(), 1)).ids;
  const waiting = oldest === undefined ? undefined : await store.get(oldest);
  const ageMs = waiting ? now().getTime() - Date.parse(waiting.document.requested_at) : 0;
  metrics.approvalAge.set(ageMs / 1_000);
}
