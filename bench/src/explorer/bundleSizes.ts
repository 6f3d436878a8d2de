import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Measurement } from '../benchmark';

const dist = path.resolve(import.meta.dirname, '../../../plugins/spendscope-app/dist');
const limits = { app: 60, panel: 150 };

/** Kilobytes of what loads first, gzipped, beside the most that we allow; needs a build. */
export function bundleSizes(): Measurement[] {
  const sizeOf = (...parts: string[]): number =>
    Number((gzipSync(readFileSync(path.join(dist, ...parts, 'module.js'))).length / 1_000).toFixed(1));
  return [
    { case: 'bundle: app entry, beside its limit', ours: sizeOf(), peer: limits.app, unit: 'kB gzipped' },
    ...readdirSync(path.join(dist, 'panels')).map((panel) => ({
      case: `bundle: ${panel}, beside its limit`,
      ours: sizeOf('panels', panel),
      peer: limits.panel,
      unit: 'kB gzipped',
    })),
  ];
}
