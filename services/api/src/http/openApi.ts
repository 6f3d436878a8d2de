import swagger from '@fastify/swagger';
import type { FastifyContextConfig, FastifyInstance } from 'fastify';
import { addExamples } from './addExamples';
import type { ApiModule } from './module';

type Json = unknown;

/** Drops what only the index mapping needs (`es`) from the schemas that callers see. */
function withoutMapping(value: Json): Json {
  if (Array.isArray(value)) {
    return value.map(withoutMapping);
  }
  if (value === null || typeof value !== 'object') {
    return value;
  }
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => name !== 'es' && !name.startsWith('~'))
      .map(([name, inner]) => [name, withoutMapping(inner)])
  );
}

/** What a route asks for, where it is not a person's two proofs. */
function securityOf(config: FastifyContextConfig | undefined): { security?: Record<string, string[]>[] } {
  if (config?.open) {
    return { security: [] };
  }
  return config?.machine ? { security: [{ [config.machine]: [] }] } : {};
}

/** Describes every route, from the same schemas that check it, at /openapi.json. */
export async function describeApi(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Spendscope API',
        version: '1',
        description: 'Interventions on anomalous accounts, their record, and what customers and segments look like.',
        license: { name: 'Apache-2.0' },
      },
      components: {
        securitySchemes: {
          channel: { type: 'http', scheme: 'bearer', description: 'The channel token of the Grafana instance' },
          service: { type: 'http', scheme: 'bearer', description: 'Token of a program that asks for decisions' },
          watcher: { type: 'http', scheme: 'bearer', description: 'Token of Elasticsearch Watcher' },
          'grafana-alert': {
            type: 'apiKey',
            in: 'header',
            name: 'X-Grafana-Alerting-Signature',
            description: 'HMAC-SHA256 in hex over X-Grafana-Alerting-Timestamp, a colon and the body',
          },
          grafanaId: { type: 'apiKey', in: 'header', name: 'X-Grafana-Id', description: 'Signed by Grafana (ES256)' },
        },
      },
      security: [{ channel: [], grafanaId: [] }],
    },
    transform: ({ schema, url, route }) => ({
      schema: withoutMapping({ ...schema, ...securityOf(route.config) }) as typeof schema,
      url,
    }),
    transformObject: (document) => {
      const described = 'openapiObject' in document ? document.openapiObject : {};
      addExamples((described.paths ?? {}) as Parameters<typeof addExamples>[0]);
      return described;
    },
  });
}

export const openApiRoutes: ApiModule = async (app) => {
  app.get('/openapi.json', { config: { open: true, rateLimit: false }, schema: { hide: true } }, async () =>
    app.swagger()
  );
};
