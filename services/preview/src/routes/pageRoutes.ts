import { randomBytes } from 'node:crypto';
import type { FastifyPluginAsync } from 'fastify';
import { readClientFiles } from '../clientFiles';
import type { PreviewContext } from '../context';
import { contentSecurityPolicy } from '../security/responseHeaders';
import { hasRole, users } from '../security/users';
import { appearanceOf } from './appearance';
import { bootUser, frontendSettings, permissionsOf, visiblePages } from './bootData';
import { pageHtml } from './pageHtml';

/** The page itself, at every address that is no file and no API. */
export const pageRoutes =
  (context: PreviewContext): FastifyPluginAsync =>
  async (app) => {
    app.get('/api/frontend/settings', async () => frontendSettings(context));

    app.get('/*', async (request, reply) => {
      if (/^\/(api|public|apis|ofrep)\//.test(request.url)) {
        return reply.code(404).send({ message: 'Not found' });
      }
      const user = context.userOf(request);
      const plugins = context.plugins();
      const permissions = permissionsOf(user, plugins);
      const pages = plugins
        .filter((plugin) => plugin.type === 'app')
        .map((plugin) => ({
          id: plugin.id,
          name: plugin.manifest.name,
          pages: visiblePages(plugin, permissions, (role) => hasRole(user, role)),
        }));
      const nonce = randomBytes(16).toString('base64');
      const bootData = {
        user: bootUser(user, appearanceOf(request), plugins),
        settings: frontendSettings(context),
        navTree: [],
        assets: { dark: '', light: '' },
        preview: { users, apps: pages },
      };
      return reply
        .type('text/html; charset=utf-8')
        .header('cache-control', 'no-store')
        .header('content-security-policy', contentSecurityPolicy(nonce))
        .send(pageHtml(bootData, readClientFiles(context.config.clientDir), nonce));
    });
  };
