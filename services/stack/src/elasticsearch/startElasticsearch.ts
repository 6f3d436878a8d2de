import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, copyFileSync, mkdirSync, openSync, writeFileSync } from 'node:fs';
import { totalmem } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { logTail, reasonIn } from '../process/logTail';
import { stopGroup } from '../process/stopGroup';
import { type Exit, waitForExit } from '../process/waitForExit';
import { StackError } from '../stackError';
import { cacheFolder } from './cacheFolder';
import { type Certificates, ensureCertificates } from './certificates';
import {
  type ServerPlaces,
  defaultHeapMegabytes,
  elasticsearchYml,
  heapOptions,
  log4j2Properties,
} from './configuration';
import { ensureCredentials } from './credentials';
import { distribution } from './distribution';
import { giveTo, makeServerFolders, serverFolder } from './folders';
import { requireJava } from './java';
import { noteOwner, pruneServerFolders } from './pruneServerFolders';
import { isReady } from './readiness';
import { resolveDistribution } from './resolveDistribution';
import { rolesFile } from './rolesFile';
import { type RunAs, unprivilegedUser } from './runAs';
import { type ElasticsearchUsers, usersFile, usersRolesFile } from './users';

export interface StartElasticsearchOptions {
  /** Private folder (0700) for passwords and certificates, kept between starts. */
  stateDir: string;
  port: number;
  /** Default: by the machine's memory, at most 1024. */
  heapMegabytes?: number;
  /** Where the server's own files lie; default: see `serverFolder`. */
  folder?: string;
  /** Default: inside the state folder. */
  logFile?: string;
  /** How long the server may take to answer. */
  timeoutMs?: number;
  onProgress?: (message: string) => void;
  /** Ends a start that is under way: the server is stopped and the call throws. */
  signal?: AbortSignal;
}

export interface RunningElasticsearch {
  url: string;
  /** PEM file of the authority that signed the server's certificate. */
  caFile: string;
  users: ElasticsearchUsers;
  version: string;
  /** Leader of the server's process group. */
  pid: number;
  logFile: string;
  exited: Promise<Exit>;
  stop(): Promise<void>;
}

/**
 * Starts the embedded Elasticsearch on the loopback interface and resolves when it serves.
 *
 * @throws StackError where Java, Maven or the port is missing, or the server stops while starting
 */
export async function startElasticsearch(options: StartElasticsearchOptions): Promise<RunningElasticsearch> {
  const { stateDir, port, onProgress, timeoutMs = 300_000, signal } = options;
  const java = await requireJava();
  const home = await resolveDistribution({ cache: cacheFolder(), onProgress, signal });
  const runAs = await unprivilegedUser();
  const users = ensureCredentials(stateDir);
  const folder = options.folder ?? serverFolder(stateDir, runAs);
  const places = makeServerFolders(folder, runAs);
  if (!folder.startsWith(stateDir)) {
    pruneServerFolders();
    noteOwner(dirname(folder), stateDir);
  }
  const heapMegabytes = options.heapMegabytes ?? defaultHeapMegabytes(totalmem());
  writeConfiguration({ home, places, port, heapMegabytes, users, runAs });
  const certificates = await ensureCertificates({
    home,
    javaHome: java.home,
    folder: join(stateDir, 'certs'),
    config: places.config,
  });
  giveCertificates(certificates, places, runAs);

  const logFile = options.logFile ?? join(stateDir, 'logs', 'elasticsearch.log');
  signal?.throwIfAborted();
  onProgress?.(`starting Elasticsearch ${distribution.version}`);
  const child = launch({ home, javaHome: java.home, places, runAs, logFile });
  const url = `https://127.0.0.1:${port}`;
  const ready = (): Promise<boolean> => isReady({ url, caFile: certificates.caFile, user: users.setup });
  await untilReady({ child, ready, logFile, timeoutMs, signal });
  return {
    url,
    caFile: certificates.caFile,
    users,
    version: distribution.version,
    pid: child.pid!,
    logFile,
    exited: waitForExit(child),
    stop: async () => {
      await stopGroup(child);
    },
  };
}

interface ConfigurationInput {
  home: string;
  places: ServerPlaces;
  port: number;
  heapMegabytes: number;
  users: ElasticsearchUsers;
  runAs: RunAs | undefined;
}

/** Written anew at each start, so that a new release's roles and settings take hold on old data. */
function writeConfiguration({ home, places, port, heapMegabytes, users, runAs }: ConfigurationInput): void {
  const { config } = places;
  const files: Record<string, string> = {
    'elasticsearch.yml': elasticsearchYml(port, places),
    'jvm.options.d/spendscope.options': heapOptions(heapMegabytes),
    'log4j2.properties': log4j2Properties,
    'roles.yml': rolesFile(),
    users: usersFile(users),
    users_roles: usersRolesFile(users),
    'role_mapping.yml': '',
  };
  for (const [name, content] of Object.entries(files)) {
    writeFileSync(join(config, name), content, { mode: 0o600 });
    giveTo(join(config, name), runAs);
  }
  copyFileSync(join(home, 'config', 'jvm.options'), join(config, 'jvm.options'));
  giveTo(join(config, 'jvm.options'), runAs);
}

function giveCertificates(certificates: Certificates, places: ServerPlaces, runAs: RunAs | undefined): void {
  const copies: [string, string][] = [
    [certificates.caFile, 'ca.crt'],
    [certificates.certificateFile, 'http.crt'],
    [certificates.keyFile, 'http.key'],
  ];
  for (const [from, name] of copies) {
    const to = join(places.config, 'certs', name);
    copyFileSync(from, to);
    giveTo(to, runAs);
  }
}

interface LaunchInput {
  home: string;
  javaHome: string;
  places: ServerPlaces;
  runAs: RunAs | undefined;
  logFile: string;
}

function launch({ home, javaHome, places, runAs, logFile }: LaunchInput): ChildProcess {
  mkdirSync(dirname(logFile), { recursive: true, mode: 0o700 });
  const log = openSync(logFile, 'a', 0o600);
  const child = spawn(join(home, 'bin', 'elasticsearch'), [], {
    cwd: home,
    // Its own group: Ctrl-C reaches the starter only, which then stops things in their order.
    detached: true,
    stdio: ['ignore', log, log],
    ...(runAs ? { uid: runAs.uid, gid: runAs.gid } : {}),
    env: {
      PATH: process.env.PATH,
      LANG: 'C.UTF-8',
      HOME: places.temp,
      ES_JAVA_HOME: javaHome,
      ES_PATH_CONF: places.config,
      ES_TMPDIR: places.temp,
    },
  });
  closeSync(log);
  return child;
}

interface ReadinessInput {
  child: ChildProcess;
  ready: () => Promise<boolean>;
  logFile: string;
  timeoutMs: number;
  signal: AbortSignal | undefined;
}

async function untilReady({ child, ready, logFile, timeoutMs, signal }: ReadinessInput): Promise<void> {
  let ended: string | undefined;
  child.once('error', (error) => (ended = error.message));
  child.once('exit', (code, name) => (ended ??= name ? `signal ${name}` : `exit code ${code}`));
  const deadline = Date.now() + timeoutMs;
  while (!(await ready())) {
    if (ended) {
      const reason = reasonIn(logTail(logFile, 400));
      throw new StackError(`Elasticsearch stopped while starting (${ended}): ${reason}`, `Read ${logFile}.`);
    }
    if (signal?.aborted) {
      await stopGroup(child, 5_000);
      signal.throwIfAborted();
    }
    if (Date.now() > deadline) {
      await stopGroup(child, 5_000);
      throw new StackError(
        `Elasticsearch did not answer within ${Math.round(timeoutMs / 1000)} s: ${reasonIn(logTail(logFile, 400))}`,
        `Read ${logFile}; a busy machine may need another try.`
      );
    }
    await delay(250);
  }
}
