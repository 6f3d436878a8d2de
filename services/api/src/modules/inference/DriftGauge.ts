import { type ModelMetric, driftMetrics, indices } from '@spendscope/contracts';
import type { ElasticClient } from '@spendscope/elastic';
import { Gauge, type Registry } from 'prom-client';
import { newestFirst, reading } from '../../elastic/reading';

/** Points that are read: some looks of all groups. */
const most = 2_000;

/** What the newest look at each version found, for Prometheus: `spendscope monitor-models` stores it, whichever machine ran it. */
export class DriftGauge {
  private readonly gauge: Gauge<'model' | 'version' | 'metric' | 'group'>;

  constructor(
    private readonly client: ElasticClient,
    registry: Registry
  ) {
    this.gauge = new Gauge({
      name: 'spendscope_model_drift',
      help: 'Newest figure of drift, calibration and labels, by model, version, metric and group',
      labelNames: ['model', 'version', 'metric', 'group'],
      registers: [registry],
    });
  }

  /** @throws where the store is away: what was known stays */
  async refresh(): Promise<void> {
    const { fields } = indices.modelMetrics;
    const { hits } = await this.client.search<ModelMetric>({
      ...reading(indices.modelMetrics),
      size: most,
      sort: newestFirst(fields['@timestamp']),
      query: { bool: { filter: [{ terms: { [fields.metric]: [...driftMetrics] } }] } },
    });
    this.gauge.reset();
    // The newest is set last.
    for (const { _source } of hits.hits.reverse()) {
      const { model, model_version: version, metric, group = '', value } = _source!;
      this.gauge.set({ model, version, metric, group }, value);
    }
  }
}
