import { Counter, Gauge, Histogram, type Registry } from 'prom-client';

type OfVersion = 'model' | 'version';

/** What Prometheus reads of serving, by model and version. */
export class InferenceMetrics {
  readonly requests: Counter<OfVersion | 'result'>;
  readonly rows: Counter<OfVersion>;
  readonly seconds: Histogram<OfVersion>;
  readonly scores: Histogram<OfVersion>;
  readonly loadFailures: Counter<'model'>;
  private readonly live: Gauge<OfVersion>;

  constructor(registry: Registry) {
    const registers = [registry];
    const labelNames: OfVersion[] = ['model', 'version'];
    this.requests = new Counter({
      name: 'spendscope_inference_requests_total',
      help: 'Requests for scores by what became of them',
      labelNames: [...labelNames, 'result'],
      registers,
    });
    this.rows = new Counter({ name: 'spendscope_inference_rows_total', help: 'Rows scored', labelNames, registers });
    this.seconds = new Histogram({
      name: 'spendscope_inference_seconds',
      help: 'Time to read a request’s tensors and score them',
      labelNames,
      // From one row to a full batch.
      buckets: [0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25],
      registers,
    });
    this.scores = new Histogram({
      name: 'spendscope_inference_score',
      help: 'Probabilities that were given',
      labelNames,
      buckets: [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1],
      registers,
    });
    this.loadFailures = new Counter({
      name: 'spendscope_model_load_failures_total',
      help: 'Versions that were live and could not be taken over: the one before goes on serving',
      labelNames: ['model'],
      registers,
    });
    this.live = new Gauge({
      name: 'spendscope_model_serving',
      help: '1 for the version that answers',
      labelNames,
      registers,
    });
  }

  switched(model: string, version: string, before: string | undefined): void {
    if (before !== undefined) {
      this.live.remove({ model, version: before });
    }
    this.live.set({ model, version }, 1);
  }
}
