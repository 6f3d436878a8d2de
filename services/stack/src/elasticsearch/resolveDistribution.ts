import { createHash, randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { dependencyPlugin, runMaven } from '../maven/runMaven';
import type { RunCommand } from '../process/command';
import { moveUnlessThere } from '../process/moveUnlessThere';
import { StackError } from '../stackError';
import { coordinates, distribution } from './distribution';
import { unpack } from './unpack';

/** Only a whole distribution has it. */
const program = join('bin', 'elasticsearch');

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
  const { cache, onProgress, run, signal } = options;
  const home = join(cache, `elasticsearch-${distribution.version}`);
  if (existsSync(join(home, program))) {
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
    moveUnlessThere(unpacked, home, program);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
  return home;
}

async function fetchZip(folder: string, run?: RunCommand, signal?: AbortSignal): Promise<Uint8Array> {
  const path = join(folder, 'elasticsearch.zip');
  await runMaven(
    [
      `${dependencyPlugin}:copy`,
      `-Dartifact=${coordinates}`,
      `-DoutputDirectory=${folder}`,
      '-Dmdep.stripVersion=true',
    ],
    {
      what: 'Elasticsearch',
      artifact: coordinates,
      otherwise: 'set ELASTICSEARCH_URL to a server of yours',
      ...{ cwd: folder, makes: path, run, signal },
    }
  );
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
