import {
  type ComparisonMetric,
  type ModelComparison,
  type ModelMetric,
  comparisonMetrics,
  comparisonOfGroup,
  indices,
} from '@spendscope/contracts';
import type { ElasticClient } from '@spendscope/elastic';
import { newestFirst, reading } from '../../elastic/reading';

const { fields } = indices.modelMetrics;

/** Dry runs that the pipeline stored, by the version that was compared; newest first. */
export async function readComparisons(client: ElasticClient): Promise<Map<string, ModelComparison[]>> {
  const { hits } = await client.search<ModelMetric>({
    ...reading(indices.modelMetrics),
    size: 1_000,
    sort: newestFirst(fields['@timestamp']),
    query: {
      bool: {
        filter: [{ terms: { [fields.metric]: [...comparisonMetrics] } }, { prefix: { [fields.group]: 'versus ' } }],
      },
    },
  });
  const found = new Map<string, ModelComparison[]>();
  for (const { _source } of hits.hits) {
    const { model_version: version, group, metric, value, '@timestamp': at } = _source!;
    const about = comparisonOfGroup(group);
    if (!about) {
      continue;
    }
    const of = found.get(version) ?? [];
    let comparison = of.find(({ live, day }) => live === about.live && day === about.day);
    if (!comparison) {
      comparison = { ...about, at, metrics: {} };
      of.push(comparison);
      found.set(version, of);
    }
    comparison.metrics[metric as ComparisonMetric] = value;
  }
  return found;
}
