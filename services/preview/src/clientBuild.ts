import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { rspack, type Stats } from '@rspack/core';
import { clientBundle, type BundleMode } from './clientBundle';
import { manifestName } from './clientFiles';
import { asRecord } from './narrow';

const folder = fileURLToPath(new URL('..', import.meta.url));
const lockFile = path.join(folder, '../../package-lock.json');

/** A digest of everything that the bundle is made of: our sources, the configuration, the installed versions. */
function inputDigest(mode: BundleMode): string {
  const digest = createHash('sha256').update(mode);
  const sources = readdirSync(path.join(folder, 'src/client'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name));
  for (const file of [...sources.sort(), path.join(folder, 'src/clientBundle.ts'), lockFile].filter((name) =>
    existsSync(name)
  )) {
    digest.update(path.relative(folder, file)).update(readFileSync(file));
  }
  return digest.digest('hex');
}

function isFresh(clientDir: string, digest: string): boolean {
  const file = path.join(clientDir, manifestName);
  return existsSync(file) && asRecord(JSON.parse(readFileSync(file, 'utf8'))).inputs === digest;
}

const run = (mode: BundleMode, clientDir: string): Promise<Stats> =>
  new Promise((resolve, reject) => {
    rspack(clientBundle(mode, clientDir)).run((error, stats) => {
      if (error || !stats || stats.hasErrors()) {
        const words = stats?.toString({ preset: 'errors-only' }) ?? '';
        reject(new Error(`The preview page cannot be built.\n${words}`, { cause: error }));
      } else {
        resolve(stats);
      }
    });
  });

const compressible = /\.(js|css)$/;

/** Writes `.br` and `.gz` beside each file, so that serving costs nothing. */
async function compress(clientDir: string): Promise<void> {
  const brotli = promisify(brotliCompress);
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } };
  for (const name of readdirSync(clientDir).filter((entry) => compressible.test(entry))) {
    const file = path.join(clientDir, name);
    if (statSync(file).size > 1024) {
      const content = readFileSync(file);
      writeFileSync(`${file}.gz`, await promisify(gzip)(content));
      writeFileSync(`${file}.br`, await brotli(content, quality));
    }
  }
}

/**
 * Builds the page into `clientDir`, unless it is there already and made of the same sources and packages.
 * @returns whether it had to be built
 * @throws with the compiler's words where it cannot be
 */
export async function ensureClient(clientDir: string, mode: BundleMode = 'production'): Promise<boolean> {
  const inputs = inputDigest(mode);
  if (isFresh(clientDir, inputs)) {
    return false;
  }
  const stats = await run(mode, clientDir);
  const assets =
    stats.toJson({ all: false, entrypoints: true }).entrypoints?.main?.assets?.map((asset) => asset.name) ?? [];
  if (mode === 'production') {
    await compress(clientDir);
  }
  const files = {
    inputs,
    scripts: assets.filter((name) => name.endsWith('.js')),
    styles: assets.filter((name) => name.endsWith('.css')),
  };
  writeFileSync(path.join(clientDir, manifestName), JSON.stringify(files));
  return true;
}
