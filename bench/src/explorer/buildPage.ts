import { mkdtempSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { rspack } from '@rspack/core';

/** Bundles the page that measures; returns its folder. */
export async function buildPage(): Promise<string> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'spendscope-bench-explorer-'));
  const here = path.join(import.meta.dirname, 'page');
  const compiler = rspack({
    mode: 'production',
    context: here,
    entry: './main.ts',
    output: { path: folder, filename: 'main.js', publicPath: '/' },
    resolve: { extensions: ['.tsx', '.ts', '.mjs', '.js'], fullySpecified: false },
    optimization: { splitChunks: false },
    module: {
      rules: [
        {
          test: /\.tsx?$/,
          loader: 'builtin:swc-loader',
          options: {
            jsc: { parser: { syntax: 'typescript', tsx: true }, transform: { react: { runtime: 'automatic' } } },
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
    '<!doctype html><meta charset="utf-8"><script src="/main.js" defer></script>'
  );
  return folder;
}
