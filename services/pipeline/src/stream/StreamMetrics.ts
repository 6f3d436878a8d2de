import { Counter, Gauge, Histogram, Registry } from 'prom-client';

/** How a stream goes, for Prometheus. */
export class StreamMetrics {
  readonly registry = new Registry();
  private readonly registers = [this.registry];

  readonly messages = new Counter({
    name: 'spendscope_stream_messages_total',
    help: 'Messages read, by what became of them: stored or dead_letter',
    labelNames: ['topic', 'outcome'],
    registers: this.registers,
  });
  readonly anomalies = new Counter({
    name: 'spendscope_stream_anomalies_total',
    help: 'Transactions scored at or above the floor',
    registers: this.registers,
  });
  readonly lag = new Gauge({
    name: 'spendscope_stream_lag',
    help: 'Messages that wait, by partition',
    labelNames: ['topic', 'partition'],
    registers: this.registers,
  });
  readonly batchSeconds = new Histogram({
    name: 'spendscope_stream_batch_seconds',
    help: 'From a batch in hand to its offsets committed',
    buckets: [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
    registers: this.registers,
  });
  readonly retries = new Counter({
    name: 'spendscope_stream_retries_total',
    help: 'Tries that failed and are made again, by what was away',
    labelNames: ['what'],
    registers: this.registers,
  });
  readonly rebalances = new Counter({
    name: 'spendscope_stream_rebalances_total',
    help: 'Times that the partitions were dealt out anew',
    registers: this.registers,
  });
}
