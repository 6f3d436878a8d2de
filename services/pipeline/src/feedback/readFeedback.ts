import type { ElasticClient } from '@spendscope/elastic';
import { detectorName } from '../models/detectorModel';
import { type Suppressed, readSuppressions } from './readSuppressions';
import { type Verdict, readVerdicts } from './readVerdicts';

/** What people said of anomalies until an instant. */
export interface Feedback {
  verdicts: ReadonlyMap<string, Verdict>;
  suppressed: readonly Suppressed[];
}

export async function readFeedback(client: ElasticClient, at: Date): Promise<Feedback> {
  return {
    verdicts: await readVerdicts(client),
    suppressed: await readSuppressions(client, detectorName, at),
  };
}
