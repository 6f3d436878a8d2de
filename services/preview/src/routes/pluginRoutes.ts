import type { FastifyPluginAsync } from 'fastify';
import type { PreviewContext } from '../context';
import type { UnknownRecord } from '../narrow';
import type { Plugin } from '../provisioning/plugins';
import { pluginMeta } from './bootData';

/** The plugins found in the repository, and their settings without their secrets. */
export const pluginRoutes =
  ({ plugins, pluginSettings }: PreviewContext): FastifyPluginAsync =>
  async (app) => {
    const settingsOf = (plugin: Plugin): UnknownRecord => {
      const settings = pluginSettings().get(plugin.id);
      const secrets = Object.keys(settings?.secureJsonData ?? {});
      return {
        ...pluginMeta(plugin),
        enabled: true,
        pinned: true,
        hasUpdate: false,
        signature: 'unsigned',
        jsonData: settings?.jsonData ?? {},
        secureJsonFields: Object.fromEntries(secrets.map((name) => [name, true])),
      };
    };

    app.get('/api/plugins', async () => plugins().map(settingsOf));
    app.get<{ Params: { id: string } }>('/api/plugins/:id/settings', async ({ params }, reply) => {
      const plugin = plugins().find((entry) => entry.id === params.id);
      return plugin
        ? settingsOf(plugin)
        : reply.code(404).send({ message: 'Plugin not found, no installed plugin with that id' });
    });
    app.post('/api/plugins/:id/settings', async (_, reply) =>
      reply
        .code(403)
        .send({ message: 'The preview host keeps no plugin settings. Change provisioning/plugins, or use Grafana.' })
    );
  };
