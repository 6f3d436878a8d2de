import { existsSync, readFileSync, statfsSync } from 'node:fs';
import { request as requestPlain } from 'node:http';
import { request as requestTls } from 'node:https';
import { freemem, totalmem } from 'node:os';
import { dirname } from 'node:path';
import { isServerAddress } from '../elasticsearch/serverAddress';
import type { ElasticsearchUser } from '../elasticsearch/users';
import type { StackPaths } from '../paths';
import { readPorts } from '../ports';
import { runCommand } from '../process/command';
import { findPortHolder, isPortFree } from '../process/portHolder';
import { isAlive, readStackState } from '../state/stackState';
import type { DoctorContext, ElasticAnswer } from './check';
import { type KnownElasticsearch, knownElasticsearch } from './knownElasticsearch';

/** The doctor's view of this machine and this clone. */
export function createContext(paths: StackPaths, env: NodeJS.ProcessEnv = process.env): DoctorContext {
  const ports = readPorts(env);
  const state = readStackState(paths.stackFile);
  const alive = state ? [state.starter, ...state.parts].filter((part) => isAlive(part)) : [];
  const known = knownElasticsearch(paths, ports, env, alive.length > 0 ? state : undefined);
  return {
    env,
    paths,
    ports,
    ours: new Map(alive.map((part) => [part.pid, part.name])),
    users: known.users,
    caFile: known.caFile,
    elasticsearchUrl: known.url,
    run: runCommand,
    readText,
    exists: existsSync,
    freeBytes,
    memory: { total: totalmem(), available: availableMemory() },
    nodeVersion: process.versions.node,
    portHolder: (port) => findPortHolder(port),
    isPortFree: (port) => isPortFree(port),
    now: new Date(),
    elastic: (path, as = 'setup', body) =>
      askElastic(known, { path, user: as === 'nobody' ? undefined : known.users[as], body }),
    fetchJson,
  };
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

interface Question {
  path: string;
  user: ElasticsearchUser | undefined;
  body?: unknown;
}

function askElastic({ url: base, caFile }: KnownElasticsearch, { path, user, body }: Question): Promise<ElasticAnswer> {
  if (!base || !isServerAddress(base)) {
    const problem = base ? 'it is no address such as https://localhost:9200' : 'no address is known';
    return Promise.resolve({ status: 0, body: undefined, problem });
  }
  const url = new URL(path, base);
  const options = {
    timeout: 5_000,
    agent: false as const,
    method: body ? 'POST' : 'GET',
    ...(body ? { headers: { 'content-type': 'application/json' } } : {}),
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
    call.end(body ? JSON.stringify(body) : undefined);
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
