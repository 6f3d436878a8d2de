import { randomBytes } from 'node:crypto';
import type { ElasticClient } from '@spendscope/elastic';
import fastify, { type FastifyInstance, type FastifyServerOptions } from 'fastify';
import type { PreviewConfig } from './config';
import type { PreviewContext } from './context';
import { readDataSources } from './provisioning/dataSources';
import { readPlugins, readPluginSettings } from './provisioning/plugins';
import { pluginProxy } from './proxy/pluginProxy';
import { accountRoutes } from './routes/accountRoutes';
import { assetRoutes } from './routes/assetRoutes';
import { dashboardRoutes } from './routes/dashboardRoutes';
import { dataSourceRoutes } from './routes/dataSourceRoutes';
import { pageRoutes } from './routes/pageRoutes';
import { pluginRoutes } from './routes/pluginRoutes';
import { systemRoutes } from './routes/systemRoutes';
import { createIdentitySigner } from './security/identity';
import { changesState, isOurHost, isSameOrigin } from './security/requestGuards';
import { responseHeaders } from './security/responseHeaders';
import { sessionUser } from './security/session';
import { secretFile } from './security/stateFile';

/** Composes the preview host's server; it does not listen yet. */
export async function buildApp(
  config: PreviewConfig,
  elastic: ElasticClient,
  options: FastifyServerOptions = {}
): Promise<FastifyInstance> {
  const app = fastify({ bodyLimit: 8 * 1024 * 1024, ...options });
  const sessionKey = await secretFile(config.stateDir, 'preview-session-key', () =>
    randomBytes(32).toString('base64url')
  );
  const context: PreviewContext = {
    config,
    elastic,
    signer: await createIdentitySigner(config.stateDir, config.rootUrl),
    sessionKey,
    userOf: (request) => sessionUser(request.headers.cookie, sessionKey),
    dataSources: () => readDataSources(config.provisioningDir, config.env),
    plugins: () => readPlugins(config.pluginsDir),
    pluginSettings: () => readPluginSettings(config.provisioningDir, config.env),
  };

  app.addHook('onRequest', async (request, reply) => {
    void reply.headers(responseHeaders);
    if (!isOurHost(request.headers.host, config)) {
      return reply
        .code(421)
        .send({ message: `The preview host answers only as ${config.rootUrl}. Open that address.` });
    }
    if (changesState(request.method) && !isSameOrigin(request.headers)) {
      return reply.code(403).send({ message: 'origin not allowed' });
    }
    return undefined;
  });
  app.setErrorHandler<Error & { statusCode?: number }>((error, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status >= 500) {
      request.log.error(error);
    }
    return reply.code(status).send({ message: error.message });
  });

  for (const routes of [
    systemRoutes,
    accountRoutes,
    dataSourceRoutes,
    dashboardRoutes,
    pluginRoutes,
    pluginProxy,
    assetRoutes,
    pageRoutes,
  ]) {
    await app.register(routes(context));
  }
  return app;
}
