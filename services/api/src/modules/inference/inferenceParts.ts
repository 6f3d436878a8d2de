import type { ModelRegistry } from '@spendscope/registry';
import { churnModelName } from '@spendscope/scoring';
import type { FastifyBaseLogger } from 'fastify';
import type { Registry } from 'prom-client';
import { ApiError } from '../../http/apiError';
import { InferenceMetrics } from './InferenceMetrics';
import { LiveModel } from './LiveModel';

/** Models that answer requests, and what is counted of them. */
export interface Inference {
  models: readonly LiveModel[];
  metrics: InferenceMetrics;
  /** @throws ApiError 404 */
  model(name: string): LiveModel;
  /** Looks at what is live of all of them. */
  refresh(): Promise<void>;
}

export function createInference(
  registry: ModelRegistry,
  prometheus: Registry,
  log: Pick<FastifyBaseLogger, 'error' | 'info'>
): Inference {
  const metrics = new InferenceMetrics(prometheus);
  const events = {
    switched: (model: string, version: string, before: string | undefined): void => {
      metrics.switched(model, version, before);
      log.info({ model, version, before }, 'model taken over');
    },
    failed: (model: string, version: string | undefined, error: unknown): void => {
      metrics.loadFailures.inc({ model });
      log.error({ err: error, model, version }, 'model not taken over: the one before goes on');
    },
  };
  const models = [new LiveModel(churnModelName, registry, events)];
  return {
    models,
    metrics,
    model: (name) => {
      const found = models.find((model) => model.name === name);
      if (!found) {
        const known = models.map((model) => model.name).join(', ');
        throw new ApiError(404, 'model_unknown', `No model called ${name} is served; ${known} is.`);
      }
      return found;
    },
    refresh: async () => void (await Promise.all(models.map((model) => model.refresh()))),
  };
}
