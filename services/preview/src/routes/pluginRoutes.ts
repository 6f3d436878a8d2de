import type { FastifyPluginAsync } from 'fastify';
import type { PreviewContext } from '../context';
import type { UnknownRecord } from '../narrow';
import type { Plugin } from '../provisioning/plugins';
import { hasRole } from '../security/users';
import { pluginMeta } from './bootData';

const notInstalled = 'Plugin not found, no installed plugin with that id';

/** The plugins found in the repository, and their settings without their secrets. */
export const pluginRoutes =
  ({ plugins, pluginSettings, userOf, config }: PreviewContext): FastifyPluginAsync =>
  async (app) => {
    const settingsOf = (plugin: Plugin): UnknownRecord => {
      const settings = pluginSettings().get(plugin.id);
      const secrets = [...Object.keys(settings?.secureJsonData ?? {}), ...(config.channelToken ? ['apiToken'] : [])];
      return {
        ...pluginMeta(plugin),
        enabled: true,
        pinned: true,
        hasUpdate: false,
        signature: 'unsigned',
        // The address that the proxy goes to, whatever provisioning says.
        jsonData: { ...settings?.jsonData, apiUrl: config.apiUrl },
        secureJsonFields: Object.fromEntries(secrets.map((name) => [name, true])),
      };
    };

    app.get('/api/plugins', async () => plugins().map(settingsOf));
    app.get<{ Params: { id: string } }>('/api/plugins/:id/settings', async ({ params }, reply) => {
      const plugin = plugins().find((entry) => entry.id === params.id);
      return plugin ? settingsOf(plugin) : reply.code(404).send({ message: notInstalled });
    });
    app.post<{ Params: { id: string } }>('/api/plugins/:id/settings', async (request, reply) => {
      if (!hasRole(userOf(request), 'Admin')) {
        return reply.code(403).send({ message: 'Only administrators change the settings of plugins.' });
      }
      if (!plugins().some((entry) => entry.id === request.params.id)) {
        return reply.code(404).send({ message: notInstalled });
      }
      return reply.code(409).send({
        message:
          'Settings are read-only in the preview. Change provisioning/plugins or the environment and start it again, or use Grafana.',
      });
    });
  };
