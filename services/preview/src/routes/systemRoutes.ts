import type { FastifyPluginAsync } from 'fastify';
import type { PreviewContext } from '../context';
import { buildInfo } from './bootData';

/** Health, signing keys, and the endpoints that Grafana's packages ask without needing an answer of substance. */
export const systemRoutes =
  ({ signer }: PreviewContext): FastifyPluginAsync =>
  async (app) => {
    app.get('/api/health', async () => ({ database: 'ok', version: buildInfo.version, commit: 'preview' }));
    app.get('/api/signing-keys/keys', async () => signer.keys());

    // Feature flags (OpenFeature's remote protocol): none is set.
    const flags = [
      '/ofrep/v1/evaluate/flags',
      '/apis/features.grafana.app/v0alpha1/namespaces/:namespace/ofrep/v1/evaluate/flags',
    ];
    for (const path of flags) {
      app.post(path, async () => ({ flags: [] }));
      app.post(`${path}/:key`, async (_, reply) =>
        reply.code(404).send({ errorCode: 'FLAG_NOT_FOUND', errorDetails: 'The preview host has no feature flags.' })
      );
    }
    app.get('/api/annotations', async () => []);
    app.get('/api/folders', async () => []);
  };
