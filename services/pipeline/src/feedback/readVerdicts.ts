import { type Label, indices } from '@spendscope/contracts';
import type { ElasticClient } from '@spendscope/elastic';

/** What people said of an anomaly, where they agree enough to learn from it. */
export type Verdict = 'true_positive' | 'false_positive';

/** By anomaly id: the verdict of most people; where they are undecided or unsure there is none. */
export async function readVerdicts(client: ElasticClient): Promise<Map<string, Verdict>> {
  const { name } = indices.labels;
  const labels: Label[] = [];
  const documents = client.helpers.scrollDocuments<Label>({
    index: name,
    size: 5_000,
    ignore_unavailable: true,
    query: { match_all: {} },
  });
  for await (const label of documents) {
    labels.push(label);
  }
  return verdictsOf(labels);
}

export function verdictsOf(labels: readonly Pick<Label, 'anomaly_id' | 'label'>[]): Map<string, Verdict> {
  const balance = new Map<string, number>();
  for (const { anomaly_id, label } of labels) {
    const vote = label === 'true_positive' ? 1 : label === 'false_positive' ? -1 : 0;
    balance.set(anomaly_id, (balance.get(anomaly_id) ?? 0) + vote);
  }
  return new Map(
    [...balance]
      .filter(([, votes]) => votes !== 0)
      .map(([id, votes]) => [id, votes > 0 ? 'true_positive' : 'false_positive'])
  );
}
