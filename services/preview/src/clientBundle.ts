import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { rspack, type RspackOptions } from '@rspack/core';

const folder = fileURLToPath(new URL('..', import.meta.url));
const require = createRequire(import.meta.url);

/** A package's ES modules, past its `exports`: Grafana's core reaches these through entry points that npm lacks. */
function modulesOf(name: string): string {
  const found = (require.resolve.paths(name) ?? [])
    .map((parent) => path.join(parent, name, 'dist/esm'))
    .find((candidate) => existsSync(candidate));
  if (!found) {
    throw new Error(`The package ${name} is not installed. Run "npm ci".`);
  }
  return found;
}

export type BundleMode = 'production' | 'development';

/** How the page's sources become what a browser loads, in `clientDir`. */
export const clientBundle = (mode: BundleMode, clientDir: string): RspackOptions => ({
  mode,
  context: folder,
  entry: { main: './src/client/main.tsx' },
  devtool: mode === 'production' ? false : 'cheap-module-source-map',
  output: {
    path: clientDir,
    filename: '[name].[contenthash:12].js',
    chunkFilename: '[name].[contenthash:12].js',
    cssFilename: '[name].[contenthash:12].css',
    publicPath: '/public/build/',
    clean: true,
  },
  resolve: {
    extensions: ['.tsx', '.ts', '.mjs', '.js'],
    conditionNames: ['import', 'module', 'browser', 'default'],
    alias: { '@deep/runtime': modulesOf('@grafana/runtime'), '@deep/i18n': modulesOf('@grafana/i18n') },
  },
  module: {
    rules: [
      {
        test: /\.tsx?$/,
        exclude: /node_modules/,
        loader: 'builtin:swc-loader',
        options: {
          jsc: {
            parser: { syntax: 'typescript', tsx: true },
            transform: { react: { runtime: 'automatic' } },
            target: 'es2022',
          },
        },
      },
      { test: /\.css$/, type: 'css' },
      { test: /\.m?js$/, resolve: { fullySpecified: false } },
    ],
  },
  plugins: [
    new rspack.DefinePlugin({ 'process.env.NODE_ENV': JSON.stringify(mode), 'process.env': '({})' }),
    new rspack.NormalModuleReplacementPlugin(
      /\.\/ReactMonacoEditor\.mjs$/,
      path.join(folder, 'src/client/PlainCode.tsx')
    ),
    new rspack.IgnorePlugin({ resourceRegExp: /^\.\/locale$/, contextRegExp: /moment$/ }),
  ],
  performance: { hints: false },
  ignoreWarnings: [/Critical dependency/],
});
