import { createHash, randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type RunCommand, runCommand } from '../process/command';
import { lastErrorLines } from '../process/lastErrorLines';
import { StackError } from '../stackError';
import { coordinates, distribution } from './distribution';
import { unpack } from './unpack';

/** Pinned, so that Maven asks nobody which release of its plugin is the newest. */
const copyGoal = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy';

export interface ResolveOptions {
  cache: string;
  onProgress?: (message: string) => void;
  run?: RunCommand;
  signal?: AbortSignal;
}

/**
 * The folder of the unpacked Elasticsearch. The first call fetches it through Maven; later ones read the cache only.
 *
 * @throws StackError where Maven is missing, cannot fetch it, or brings something else than was pinned
 */
export async function resolveDistribution(options: ResolveOptions): Promise<string> {
  const { cache, onProgress, run = runCommand, signal } = options;
  const home = join(cache, `elasticsearch-${distribution.version}`);
  if (existsSync(join(home, 'bin', 'elasticsearch'))) {
    return home;
  }
  mkdirSync(cache, { recursive: true });
  // Named by chance and moved into place at the end: two starts at once do not meet half an Elasticsearch.
  const scratch = join(cache, `.unpacking-${randomBytes(6).toString('hex')}`);
  mkdirSync(scratch);
  try {
    onProgress?.(`fetching Elasticsearch ${distribution.version} (100 MB) through Maven`);
    const zip = await fetchZip(scratch, run, signal);
    onProgress?.('unpacking Elasticsearch');
    const unpacked = join(scratch, 'home');
    unpack(zip, unpacked);
    chmodSync(cache, 0o755);
    moveUnlessThere(unpacked, home);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
  return home;
}

async function fetchZip(folder: string, run: RunCommand, signal?: AbortSignal): Promise<Uint8Array> {
  const result = await run(
    'mvn',
    ['-B', '-q', copyGoal, `-Dartifact=${coordinates}`, `-DoutputDirectory=${folder}`, '-Dmdep.stripVersion=true'],
    { cwd: folder, signal }
  );
  signal?.throwIfAborted();
  if (result.code === 127) {
    throw new StackError(
      'Maven is not on the PATH, and it fetches Elasticsearch.',
      'Install it (Debian: apt install maven), or set ELASTICSEARCH_URL to a server of yours.'
    );
  }
  const path = join(folder, 'elasticsearch.zip');
  if (result.code !== 0 || !existsSync(path)) {
    throw new StackError(
      `Maven could not fetch ${coordinates}: ${firstError(result.stdout + result.stderr)}`,
      'Check the network and ~/.m2/settings.xml (mirror, proxy), or set ELASTICSEARCH_URL to a server of yours.'
    );
  }
  const zip = readFileSync(path);
  const found = createHash('sha256').update(zip).digest('hex');
  if (found !== distribution.sha256) {
    throw new StackError(
      `Maven brought another file than the pinned ${coordinates} (SHA-256 ${found}).`,
      'Delete it from ~/.m2/repository and check which mirror your settings.xml names.'
    );
  }
  return zip;
}

/** Maven's first error line, without its mark. */
function firstError(output: string): string {
  return lastErrorLines(output, 1).replace('[ERROR]', '').trim();
}

function moveUnlessThere(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if (!existsSync(join(to, 'bin', 'elasticsearch'))) {
      throw error;
    }
  }
}
