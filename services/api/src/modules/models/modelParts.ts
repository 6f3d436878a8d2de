import type { ElasticClient } from '@spendscope/elastic';
import type { ModelRegistry } from '@spendscope/registry';
import type { InterventionParts } from '../interventions/parts';
import type { ModelRequests } from './ModelRequests';

/** What acts on models need. */
export interface ModelParts {
  registry: ModelRegistry;
  requests: ModelRequests;
  client: ElasticClient;
  /** Mode, policy and the audit log, as all acts follow them. */
  acts: InterventionParts;
  /** Called once another version is live: whoever serves it here need not wait for the next look. */
  changed(): Promise<void>;
  /** Hears what went wrong after the act was done. */
  warn(error: unknown, what: string): void;
}
