import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { buildPlugin } from './buildPlugin';
import { checksums } from './checksums';
import { billOfMaterials } from './materials';
import { pluginFiles } from './pluginFiles';
import { signPlugin } from './signPlugin';
import { zipFiles } from './zipFiles';

export interface Release {
  /** By file name: the plugin's zip, bills of materials, SHA256SUMS over them. */
  files: Map<string, Uint8Array | string>;
  signed: boolean;
}

interface ReleaseInput {
  root: string;
  /** When the source is of, in seconds since 1970. */
  seconds: number;
  /** Grafanas that a private signature is for, separated by commas. */
  rootUrls?: string | undefined;
  environment: NodeJS.ProcessEnv;
}

/** Builds and packs a release. Without a signature the same source gives the same bytes. */
export function packRelease({ root, seconds, rootUrls, environment }: ReleaseInput): Release {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'spendscope-package-'));
  try {
    buildPlugin(root, folder, seconds);
    const { id, info } = JSON.parse(readFileSync(path.join(folder, 'plugin.json'), 'utf8')) as {
      id: string;
      info: { version: string };
    };
    const signed = signPlugin(folder, rootUrls, environment);
    const files = new Map<string, Uint8Array | string>([
      [`${id}-${info.version}.zip`, zipFiles(id, pluginFiles(folder), seconds)],
      [`${id}-${info.version}.cdx.json`, billOfMaterials(root, id, ['@spendscope/app'], seconds)],
      [
        `spendscope-services-${info.version}.cdx.json`,
        billOfMaterials(root, 'spendscope-services', ['@spendscope/api', '@spendscope/pipeline'], seconds),
      ],
    ]);
    return { files: files.set('SHA256SUMS', checksums(files)), signed };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
