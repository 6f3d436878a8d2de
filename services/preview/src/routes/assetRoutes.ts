import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyPluginAsync } from 'fastify';
import type { PreviewContext } from '../context';
import { extraIcons, placeholderIcon } from './extraIcons';

const require = createRequire(import.meta.url);
/** A package's folder, also where its `exports` hide package.json. */
const packageFolder = (name: string): string =>
  (require.resolve.paths(name) ?? []).map((folder) => path.join(folder, name)).find((folder) => existsSync(folder)) ??
  '';

const icons = path.join(packageFolder('@grafana/ui'), 'dist/public/img/icons');

/** The font files that Grafana's styles name, and the packages' files that hold them. */
const fonts: Record<string, string> = {
  'Inter-Regular.woff2': 'inter/files/inter-latin-400-normal.woff2',
  'Inter-Medium.woff2': 'inter/files/inter-latin-500-normal.woff2',
  'RobotoMono-Regular.woff2': 'roboto-mono/files/roboto-mono-latin-400-normal.woff2',
};

let allIcons: Record<string, string> | undefined;

/** Every icon by its path, so that the page has them before it draws: fetched one by one they come up blank for seconds. */
function readIcons(): Record<string, string> {
  allIcons ??= {
    ...Object.fromEntries(
      readdirSync(icons).flatMap((folder) =>
        readdirSync(path.join(icons, folder)).map((file) => [
          `${folder}/${file}`,
          readFileSync(path.join(icons, folder, file), 'utf8'),
        ])
      )
    ),
    ...extraIcons,
  };
  return allIcons;
}

/** The client's bundle, Grafana's icons and fonts, and the plugins' own files. */
export const assetRoutes =
  ({ config, plugins }: PreviewContext): FastifyPluginAsync =>
  async (app) => {
    await app.register(fastifyStatic, {
      root: config.clientDir,
      prefix: '/public/build/',
      preCompressed: true,
      // Names carry a hash of their content.
      immutable: true,
      maxAge: '365d',
    });

    app.get<{ Params: { '*': string } }>('/public/build/img/icons/*', async ({ params }, reply) => {
      const icon = readIcons()[params['*']] ?? (params['*'].endsWith('.svg') ? placeholderIcon : undefined);
      return icon
        ? reply.type('image/svg+xml').header('cache-control', 'max-age=86400').send(icon)
        : reply.code(404).send();
    });
    app.get('/public/build/icons.json', async (_, reply) =>
      reply.header('cache-control', 'max-age=86400').send(readIcons())
    );

    app.get<{ Params: { '*': string } }>('/public/fonts/*', async ({ params }, reply) => {
      const file = fonts[path.basename(params['*'])];
      return file
        ? reply.header('cache-control', 'max-age=86400').sendFile(file, packageFolder('@fontsource'))
        : reply.code(404).send();
    });

    app.get<{ Params: { id: string; '*': string } }>('/public/plugins/:id/*', async ({ params }, reply) => {
      const plugin = plugins().find((entry) => entry.id === params.id);
      return plugin
        ? reply
            .header('cache-control', 'no-cache')
            .sendFile(params['*'], plugin.folder, { immutable: false, maxAge: 0, cacheControl: false })
        : reply.code(404).send();
    });
  };
