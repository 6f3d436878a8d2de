import { Readable } from 'node:stream';
import type { FastifyPluginAsync, FastifyRequest } from 'fastify';
import type { PreviewContext } from '../context';
import { permissionsOf } from '../routes/bootData';
import { hasRole } from '../security/users';
import { fillTemplate, matchRoute, type PluginRoute, readRoutes } from './pluginRoutes';
import { passedOnHeaders, passedBackHeaders } from './proxyHeaders';

/** The secret's name in the app's settings, as in provisioning/plugins. */
const tokenName = 'apiToken';

const queryOf = (url: string): string => (url.includes('?') ? url.slice(url.indexOf('?')) : '');

/**
 * `/api/plugin-proxy/<app>/<path>`: what Grafana's proxy does for an app. The first matching route of plugin.json decides
 * who may pass and where to; the app's secret and a signed identity are added, and what a client claims to be is not.
 */
export const pluginProxy =
  (context: PreviewContext): FastifyPluginAsync =>
  async (app) => {
    app.removeAllContentTypeParsers();
    app.addContentTypeParser('*', { parseAs: 'buffer' }, (_, body, done) => done(null, body));

    const settingsOf = (id: string): Parameters<typeof fillTemplate>[1] => {
      const settings = context.pluginSettings().get(id);
      const token = context.config.channelToken;
      return {
        jsonData: { ...settings?.jsonData, apiUrl: context.config.apiUrl },
        secureJsonData: { ...settings?.secureJsonData, ...(token ? { [tokenName]: token } : {}) },
      };
    };

    const mayPass = (request: FastifyRequest, route: PluginRoute): boolean => {
      const user = context.userOf(request);
      return route.reqAction
        ? permissionsOf(user, context.plugins())[route.reqAction] === true
        : hasRole(user, route.reqRole || 'Viewer');
    };

    app.all<{ Params: { id: string; '*': string } }>('/api/plugin-proxy/:id/*', async (request, reply) => {
      const { id, '*': path } = request.params;
      const plugin = context.plugins().find((entry) => entry.id === id && entry.type === 'app');
      if (!plugin) {
        return reply.code(404).send({ message: 'Plugin not found, no installed plugin with that id' });
      }
      const match = matchRoute(readRoutes(plugin.manifest), request.method, path);
      if (!match) {
        return reply.code(404).send({ message: 'plugin route match not found' });
      }
      if (!mayPass(request, match.route)) {
        return reply.code(403).send({ message: 'plugin proxy route access denied' });
      }
      const settings = settingsOf(id);
      const base = fillTemplate(match.route.url, settings).replace(/\/$/, '');
      const target = `${base}${match.rest ? `/${match.rest}` : ''}${queryOf(request.url)}`;
      const headers = new Headers(passedOnHeaders(request.headers));
      for (const { name, content } of match.route.headers) {
        headers.set(name, fillTemplate(content, settings));
      }
      headers.set('x-grafana-id', await context.signer.sign(context.userOf(request)));
      const body = Buffer.isBuffer(request.body) && request.body.length > 0 ? new Uint8Array(request.body) : undefined;
      const answer = await fetch(target, { method: request.method, headers, body, redirect: 'manual' }).catch(
        (cause: unknown) => {
          request.log.warn({ err: cause }, 'the app’s service cannot be reached');
          return undefined;
        }
      );
      if (!answer) {
        return reply
          .code(502)
          .send({ message: `Spendscope's API does not answer at ${base}. Start it with "npm start".` });
      }
      void reply.code(answer.status).headers(passedBackHeaders(answer.headers));
      return reply.send(answer.body ? Readable.fromWeb(answer.body as Parameters<typeof Readable.fromWeb>[0]) : null);
    });
  };
