import type { ElasticClient } from '@spendscope/elastic';
import { type Suppressed, readSuppressions } from './readSuppressions';

/** How long the live feed goes on with what it knows. */
const freshMs = 5_000;

/** What is suppressed now, read again every few seconds. */
export class FreshSuppressions {
  private known: readonly Suppressed[] = [];
  private readAt = -Infinity;

  constructor(
    private readonly client: ElasticClient,
    private readonly model: string
  ) {}

  async get(): Promise<readonly Suppressed[]> {
    const now = Date.now();
    if (now - this.readAt >= freshMs) {
      this.known = await readSuppressions(this.client, this.model, new Date(now));
      this.readAt = now;
    }
    return this.known;
  }
}
