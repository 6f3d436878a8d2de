import { type Retention, indices } from '@spendscope/contracts';
import type { ElasticClient } from '@spendscope/elastic';
import { type PersonalPlace, deleteIn } from './personalDocuments';

const dayMs = 86_400_000;
/** A day's work at most: what is left is tomorrow's. */
const mostPerIndex = 100_000;
const ended = ['denied', 'rejected', 'expired', 'cancelled', 'released', 'failed'];

/** Which documents are too old by the policy; what it does not name is kept. */
function outdated(days: Retention, now: Date): PersonalPlace[] {
  const { interventions, auditText, reviews, labels, suppressions } = indices;
  const before = (field: string, kept: number): object => ({
    range: { [field]: { lt: new Date(now.getTime() - kept * dayMs).toISOString() } },
  });
  const all = (...filter: object[]): object => ({ bool: { filter } });
  const places: [number | undefined, (kept: number) => PersonalPlace][] = [
    [
      days.interventions,
      (kept) => ({
        index: interventions,
        query: all({ terms: { [interventions.fields.state]: ended } }, before(interventions.fields.updated_at, kept)),
      }),
    ],
    [days.auditText, (kept) => ({ index: auditText, query: before(auditText.fields.created_at, kept) })],
    [days.reviews, (kept) => ({ index: reviews, query: before(reviews.fields.closed_at, kept) })],
    [days.labels, (kept) => ({ index: labels, query: before(labels.fields.at, kept) })],
    [days.suppressions, (kept) => ({ index: suppressions, query: before(suppressions.fields.until, kept) })],
  ];
  return places.flatMap(([kept, place]) => (kept === undefined ? [] : [place(kept)]));
}

/** Deletes what the policy's retention says is too old, and says how much of what. Records of the chain are kept. */
export async function retain(client: ElasticClient, days: Retention, now: Date): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const place of outdated(days, now)) {
    counts[place.index.name] = await deleteIn(client, place, mostPerIndex);
  }
  return counts;
}
