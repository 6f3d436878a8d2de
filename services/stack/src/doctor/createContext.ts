import { existsSync, readFileSync, statfsSync } from 'node:fs';
import { request as requestPlain } from 'node:http';
import { request as requestTls } from 'node:https';
import { freemem, totalmem } from 'node:os';
import { dirname, join } from 'node:path';
import { ensureCredentials } from '../elasticsearch/credentials';
import type { ElasticsearchUser } from '../elasticsearch/users';
import type { StackPaths } from '../paths';
import { readPorts } from '../ports';
import { runCommand } from '../process/command';
import { findPortHolder, isPortFree } from '../process/portHolder';
import { isAlive, readStackState } from '../state/stackState';
import type { DoctorContext, ElasticAnswer } from './check';

/** The doctor's view of this machine and this clone. */
export function createContext(paths: StackPaths, env: NodeJS.ProcessEnv = process.env): DoctorContext {
  const ports = readPorts(env);
  const ours = ourProcesses(paths);
  const setupUser = setupUserOf(paths, env);
  const ownCa = join(paths.state, 'certs', 'ca.crt');
  const caFile = env.ELASTICSEARCH_CA ?? (env.ELASTICSEARCH_URL ? undefined : existing(ownCa));
  const elasticsearchUrl =
    env.ELASTICSEARCH_URL ?? (ours.size > 0 ? `https://127.0.0.1:${ports.elasticsearch}` : undefined);
  return {
    env,
    paths,
    ports,
    ours,
    setupUser,
    caFile,
    elasticsearchUrl,
    run: runCommand,
    readText,
    exists: existsSync,
    freeBytes,
    memory: { total: totalmem(), available: availableMemory() },
    nodeVersion: process.versions.node,
    portHolder: (port) => findPortHolder(port),
    isPortFree: (port) => isPortFree(port),
    now: new Date(),
    elastic: (path, as = 'setup') => getElastic(elasticsearchUrl, path, caFile, as === 'setup' ? setupUser : undefined),
    fetchJson,
  };
}

function ourProcesses(paths: StackPaths): Map<number, string> {
  const state = readStackState(paths.stackFile);
  const alive = state ? [state.starter, ...state.parts].filter((part) => isAlive(part)) : [];
  return new Map(alive.map((part) => [part.pid, part.name]));
}

function setupUserOf(paths: StackPaths, env: NodeJS.ProcessEnv): ElasticsearchUser | undefined {
  const { ELASTICSEARCH_USERNAME: username, ELASTICSEARCH_PASSWORD: password } = env;
  if (username && password) {
    return { username, password };
  }
  const isKept = existsSync(join(paths.state, 'elasticsearch-users.json'));
  return isKept && !env.ELASTICSEARCH_URL ? ensureCredentials(paths.state).setup : undefined;
}

function existing(path: string): string | undefined {
  return existsSync(path) ? path : undefined;
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

/** Of the nearest folder above that exists. */
function freeBytes(path: string): number {
  if (!existsSync(path)) {
    return freeBytes(dirname(path));
  }
  const { bavail, bsize } = statfsSync(path);
  return bavail * bsize;
}

/** What programs can get; free memory alone leaves out the file cache, which gives way. */
function availableMemory(): number {
  const kilobytes = /^MemAvailable:\s+(\d+) kB/m.exec(readText('/proc/meminfo') ?? '')?.[1];
  return kilobytes ? Number(kilobytes) * 1024 : freemem();
}

function getElastic(
  base: string | undefined,
  path: string,
  caFile: string | undefined,
  user: ElasticsearchUser | undefined
): Promise<ElasticAnswer> {
  if (!base) {
    return Promise.resolve({ status: 0, body: undefined, problem: 'no address is known' });
  }
  const url = new URL(path, base);
  const options = {
    timeout: 5_000,
    agent: false as const,
    ...(caFile && existsSync(caFile) ? { ca: readFileSync(caFile) } : {}),
    ...(user ? { auth: `${user.username}:${user.password}` } : {}),
  };
  return new Promise((resolve) => {
    const call = (url.protocol === 'https:' ? requestTls : requestPlain)(url, options, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body: parseJson(text) }));
    });
    call.on('timeout', () => call.destroy(new Error('no answer within 5 s')));
    call.on('error', (error) =>
      resolve({ status: 0, body: undefined, problem: error.message || 'connection refused' })
    );
    call.end();
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

async function fetchJson(url: string): Promise<unknown> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(5_000) });
    return parseJson(await response.text());
  } catch {
    return undefined;
  }
}
