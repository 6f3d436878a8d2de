import { HealthReport } from '@spendscope/contracts';
import Type from 'typebox';
import { unavailable } from '../../http/apiError';
import type { ApiModule } from '../../http/module';
import { responses } from '../../http/responses';
import { auditStoreFault, checkHealth } from './healthChecks';

export const apiVersion = '0.1.0';

const open = { open: true, rateLimit: false as const };
/** Asked every few seconds: worth a line only when it fails. */
const quiet = { logLevel: 'warn' as const };
const Status = Type.Object({ status: Type.String() });

export const healthRoutes: ApiModule = async (app, { services }) => {
  app.get(
    '/v1/health',
    {
      schema: {
        summary: 'Every part this service needs, with a fix for each fault',
        response: responses({ 200: HealthReport }),
      },
    },
    async () => ({
      checks: await checkHealth(services),
      checkedAt: services.now().toISOString(),
      version: apiVersion,
    })
  );

  app.get(
    '/healthz',
    { ...quiet, config: open, schema: { summary: 'The process runs', response: { 200: Status } } },
    async () => ({ status: 'ok' })
  );

  app.get(
    '/readyz',
    {
      ...quiet,
      config: open,
      schema: { summary: 'Acts can be recorded, so they can be taken', response: responses({ 200: Status }) },
    },
    async () => {
      const fault = await auditStoreFault(services).catch(() => 'Elasticsearch does not answer.');
      if (fault) {
        throw unavailable('audit_unavailable', fault);
      }
      return { status: 'ready' };
    }
  );

  app.get('/metrics', { ...quiet, config: open, schema: { hide: true } }, async (_request, reply) => {
    reply.type(services.metrics.registry.contentType);
    return reply.send(await services.metrics.registry.metrics());
  });
};
