import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { rspack } from '@rspack/core';

const root = path.dirname(fileURLToPath(import.meta.url));
const repository = path.join(root, '..', '..');
const source = path.join(root, 'src');
/** A release is built into a folder of its own, so that nothing of an earlier build slips into it. */
const output = process.env.SPENDSCOPE_PLUGIN_OUTPUT ?? path.join(root, 'dist');
const readJson = (file) => JSON.parse(fs.readFileSync(file, 'utf8'));
const { version } = readJson(path.join(root, 'package.json'));

/** What Grafana gives every plugin at run time: one copy of each, Grafana's. */
const providedByGrafana = [
  { 'amd-module': 'module' },
  'lodash',
  'moment',
  'd3',
  'react',
  'react-dom',
  'react-router',
  'rxjs',
  'rxjs/operators',
  'i18next',
  '@emotion/css',
  '@emotion/react',
  /^@grafana\/(ui|runtime|data)/i,
];

/** Of a release the time of its source (https://reproducible-builds.org/specs/source-date-epoch/), else now. */
const { SOURCE_DATE_EPOCH: sourceSeconds } = process.env;
const builtAt = sourceSeconds ? new Date(Number(sourceSeconds) * 1000) : new Date();
const fillPlaceholders = (content) =>
  content.toString().replaceAll('%VERSION%', version).replaceAll('%TODAY%', builtAt.toISOString().slice(0, 10));

/**
 * One plugin of the suite: the app itself, or a nested panel. Each is a build of its own, with its chunks, workers and
 * images beside its module.js: Grafana may serve a nested panel under the app's address or under its own id.
 */
function pluginBuild(folder, { development, copy }) {
  const from = path.join(source, folder);
  const { id } = readJson(path.join(from, 'plugin.json'));
  return {
    name: id,
    mode: development ? 'development' : 'production',
    context: from,
    devtool: 'source-map',
    target: ['web', 'es2020'],
    // A module for Grafana's loader; what it starts in a worker has no loader and is none.
    entry: { module: { import: './module.ts', library: { type: 'amd' } } },
    externals: providedByGrafana,
    externalsType: 'amd',
    output: {
      path: path.join(output, folder),
      filename: '[name].js',
      chunkFilename: '[name].js?_cache=[contenthash]',
      assetModuleFilename: 'assets/[name].[contenthash:8][ext]',
      publicPath: `public/plugins/${id}/`,
      uniqueName: id,
    },
    resolve: { extensions: ['.tsx', '.ts', '.mjs', '.js'] },
    module: {
      rules: [
        {
          test: path.join(from, 'module.ts'),
          enforce: 'post',
          loader: path.join(root, 'scripts', 'publicPathLoader.cjs'),
        },
        {
          test: /\.tsx?$/,
          loader: 'builtin:swc-loader',
          options: {
            jsc: {
              parser: { syntax: 'typescript', tsx: true },
              target: 'es2020',
              // Not the automatic runtime: the one thing every Grafana shares is `react` itself, whichever its version.
              transform: { react: { runtime: 'classic' } },
            },
          },
        },
        { test: /\.(svg|png)$/, type: 'asset/resource' },
      ],
    },
    plugins: [
      new rspack.ProvidePlugin({ React: 'react' }),
      new rspack.CopyRspackPlugin({
        patterns: [{ from: 'plugin.json', transform: fillPlaceholders }, { from: 'img/**' }, ...copy],
      }),
    ],
    // A worker has to be whole in its own file: it could not find chunks beside it.
    optimization: { splitChunks: false },
    performance: { hints: false },
  };
}

const development = process.env.NODE_ENV === 'development';
const panels = fs.readdirSync(path.join(source, 'panels')).map((panel) => path.join('panels', panel));
const help = { from: 'README.md', transform: fillPlaceholders };
const copy = [
  help,
  { from: 'locales/**/*.json' },
  { from: path.join(repository, 'LICENSE'), to: 'LICENSE', toType: 'file', noErrorOnMissing: true },
  { from: path.join(repository, 'NOTICE'), to: 'NOTICE', toType: 'file', noErrorOnMissing: true },
  { from: path.join(repository, 'CHANGELOG.md'), to: 'CHANGELOG.md', noErrorOnMissing: true },
];

export default [
  pluginBuild('.', { development, copy }),
  ...panels.map((panel) => pluginBuild(panel, { development, copy: [help] })),
];
