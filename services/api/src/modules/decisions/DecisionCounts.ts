import type { DecisionAnswer } from '@spendscope/contracts';
import { Counter, type Registry } from 'prom-client';

/** Counts decisions in plain numbers, and tells Prometheus when it asks: a labelled counter would cost more than the decision. */
export class DecisionCounts {
  private readonly counts = new Map<string, number>();

  constructor(registry: Registry) {
    const { counts } = this;
    new Counter({
      name: 'spendscope_decisions_total',
      help: 'Decisions given to payment systems',
      labelNames: ['decision', 'stale'],
      registers: [registry],
      collect() {
        this.reset();
        for (const [key, count] of counts) {
          const [decision, stale] = key.split(' ') as [string, string];
          this.inc({ decision, stale }, count);
        }
      },
    });
  }

  count({ decision, stale }: DecisionAnswer): void {
    const key = stale ? `${decision} true` : `${decision} false`;
    this.counts.set(key, (this.counts.get(key) ?? 0) + 1);
  }
}
