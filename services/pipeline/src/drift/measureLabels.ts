import { median } from '@spendscope/analytics';
import { type Anomaly, type Label, driftGroups, indices } from '@spendscope/contracts';
import type { ElasticClient } from '@spendscope/elastic';
import { verdictsOf } from '../feedback/readVerdicts';
import { type DriftPoint, point } from './driftPoint';

const hour = 3_600_000;
const page = 1_000;

type Alarm = Pick<Anomaly, 'model_version' | 'scored_at'>;

/** By version of the detectors: how many of its alarms people judged, how many were right, and how long it took. */
export async function measureLabels(client: ElasticClient): Promise<Map<string, DriftPoint[]>> {
  const labels: Label[] = [];
  const documents = client.helpers.scrollDocuments<Label>({
    ...{ index: indices.labels.name, size: 5_000, ignore_unavailable: true },
    query: { match_all: {} },
  });
  for await (const label of documents) {
    labels.push(label);
  }
  return labelPoints(labels, await readAlarms(client, [...new Set(labels.map(({ anomaly_id: id }) => id))]));
}

export function labelPoints(
  labels: readonly Pick<Label, 'anomaly_id' | 'label' | 'at'>[],
  alarms: ReadonlyMap<string, Alarm>
): Map<string, DriftPoint[]> {
  const verdicts = verdictsOf(labels);
  const firstAt = new Map<string, number>();
  for (const { anomaly_id: id, at } of labels) {
    firstAt.set(id, Math.min(Date.parse(at), firstAt.get(id) ?? Infinity));
  }
  const byVersion = new Map<string, { right: number; delays: number[] }>();
  for (const [id, verdict] of verdicts) {
    const alarm = alarms.get(id);
    if (alarm) {
      const known = byVersion.get(alarm.model_version) ?? { right: 0, delays: [] };
      known.right += verdict === 'true_positive' ? 1 : 0;
      known.delays.push((firstAt.get(id)! - Date.parse(alarm.scored_at)) / hour);
      byVersion.set(alarm.model_version, known);
    }
  }
  return new Map(
    [...byVersion].map(([version, { right, delays }]) => [
      version,
      [
        point(driftGroups.labels, 'labelled', delays.length),
        point(driftGroups.labels, 'label_precision', right / delays.length),
        point(driftGroups.labels, 'label_delay_hours', median(delays)),
      ],
    ])
  );
}

async function readAlarms(client: ElasticClient, ids: readonly string[]): Promise<Map<string, Alarm>> {
  const { readAs, fields } = indices.anomalies;
  const found = new Map<string, Alarm>();
  for (let at = 0; at < ids.length; at += page) {
    const values = ids.slice(at, at + page);
    const { hits } = await client.search<Alarm>({
      ...{ index: readAs, size: page, ignore_unavailable: true },
      _source: [fields.model_version, fields.scored_at],
      query: { ids: { values } },
    });
    hits.hits.forEach(({ _id, _source }) => found.set(_id!, _source!));
  }
  return found;
}
