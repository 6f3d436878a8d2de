import { mkdtempSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { rspack } from '@rspack/core';

/**
 * Bundles a page that measures; returns its folder.
 *
 * @param source folder of its main.ts
 */
export async function buildPage(source: string): Promise<string> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'spendscope-bench-page-'));
  const compiler = rspack({
    mode: 'production',
    context: source,
    entry: './main.ts',
    output: { path: folder, filename: 'main.js', publicPath: '/' },
    resolve: { extensions: ['.tsx', '.ts', '.mjs', '.js'], fullySpecified: false },
    optimization: { splitChunks: false },
    module: {
      rules: [
        // Grafana's modules leave extensions out.
        { test: /\.mjs$/, resolve: { fullySpecified: false } },
        {
          test: /\.tsx?$/,
          loader: 'builtin:swc-loader',
          options: {
            jsc: {
              parser: { syntax: 'typescript', tsx: true },
              target: 'es2022',
              transform: { react: { runtime: 'automatic' } },
            },
          },
        },
        { test: /\.(svg|png|woff2?)$/, type: 'asset/resource' },
        { test: /\.css$/, type: 'css' },
      ],
    },
    performance: { hints: false },
    devtool: false,
  });
  await new Promise<void>((resolve, reject) => {
    compiler.run((error, stats) => {
      if (error || stats?.hasErrors()) {
        reject(error ?? new Error(stats!.toString({ all: false, errors: true })));
      } else {
        resolve();
      }
    });
  });
  writeFileSync(
    path.join(folder, 'index.html'),
    '<!doctype html><meta charset="utf-8"><link rel="stylesheet" href="/main.css"><script src="/main.js" defer></script>'
  );
  return folder;
}
