import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { cacheFolder } from '../elasticsearch/cacheFolder';
import { requireJava } from '../elasticsearch/java';
import { runCommand } from '../process/command';
import { freePort } from '../process/freePort';
import { lastErrorLines } from '../process/lastErrorLines';
import { logTail } from '../process/logTail';
import { signalGroup, stopGroup } from '../process/stopGroup';
import { waitForExit } from '../process/waitForExit';
import { StackError } from '../stackError';
import { resolveKafka } from './resolveKafka';

export interface TestKafka {
  /** host:port of the only broker. */
  broker: string;
  /** As a power cut: no time to tell anybody. */
  kill(): Promise<void>;
  /** On the same port and data. */
  startAgain(): Promise<void>;
  /** Ends it and removes its files. */
  stop(): Promise<void>;
}

const timeoutMs = 120_000;

/**
 * A real Kafka broker for one test run, on a free port of the loopback interface, with empty logs of its own.
 * @throws StackError where Java or Maven is missing, or the broker stops while starting
 */
export async function startTestKafka(onProgress?: (message: string) => void): Promise<TestKafka> {
  const java = join((await requireJava()).home, 'bin', 'java');
  const jars = await resolveKafka({ cache: cacheFolder(), onProgress });
  const folder = mkdtempSync(join(tmpdir(), 'spendscope-kafka-'));
  const port = await freePort();
  const properties = join(folder, 'server.properties');
  writeFileSync(properties, serverProperties({ folder, port, controllerPort: await freePort() }));
  const classPath = ['-Xmx512m', '-cp', join(jars, '*')];
  const clusterId = randomBytes(16).toString('base64url');
  const format = ['kafka.tools.StorageTool', 'format', '--cluster-id', clusterId, '--config', properties];
  const formatted = await runCommand(java, [...classPath, ...format]);
  if (formatted.code !== 0) {
    throw new StackError(`Kafka's storage: ${lastErrorLines(formatted.stdout + formatted.stderr, 3)}`, 'Try again.');
  }
  const logFile = join(folder, 'kafka.log');
  const start = async (): Promise<ChildProcess> => {
    const log = openSync(logFile, 'a', 0o600);
    const arguments_ = [...classPath, 'kafka.Kafka', properties];
    const child = spawn(java, arguments_, { cwd: folder, detached: true, stdio: ['ignore', log, log] });
    closeSync(log);
    await untilListening(child, port, logFile);
    return child;
  };
  onProgress?.('starting Kafka');
  let child = await start();
  return {
    broker: `127.0.0.1:${port}`,
    kill: async () => {
      const ended = waitForExit(child);
      signalGroup(child.pid!, 'SIGKILL');
      await ended;
    },
    startAgain: async () => {
      child = await start();
    },
    stop: async () => {
      await stopGroup(child, 10_000);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

interface ServerPlaces {
  folder: string;
  port: number;
  controllerPort: number;
}

/** One node that is broker and controller; topics are made by who uses them, never by chance. */
const serverProperties = ({ folder, port, controllerPort }: ServerPlaces): string =>
  Object.entries({
    'process.roles': 'broker,controller',
    'node.id': '1',
    'controller.quorum.voters': `1@127.0.0.1:${controllerPort}`,
    'controller.listener.names': 'CONTROLLER',
    listeners: `PLAINTEXT://127.0.0.1:${port},CONTROLLER://127.0.0.1:${controllerPort}`,
    'advertised.listeners': `PLAINTEXT://127.0.0.1:${port}`,
    'log.dirs': join(folder, 'logs'),
    'auto.create.topics.enable': 'false',
    'offsets.topic.replication.factor': '1',
    'offsets.topic.num.partitions': '4',
    'transaction.state.log.replication.factor': '1',
    'transaction.state.log.min.isr': '1',
    'group.initial.rebalance.delay.ms': '0',
  })
    .map(([name, value]) => `${name}=${value}\n`)
    .join('');

async function untilListening(child: ChildProcess, port: number, logFile: string): Promise<void> {
  const deadline = Date.now() + timeoutMs;
  while (!(await listens(port))) {
    if (child.exitCode !== null || child.signalCode !== null) {
      throw new StackError(`Kafka stopped while starting: ${logTail(logFile, 3).join(' ')}`, `Read ${logFile}.`);
    }
    if (Date.now() > deadline) {
      await stopGroup(child, 5_000);
      throw new StackError(`Kafka did not listen within ${timeoutMs / 1_000} s.`, `Read ${logFile}.`);
    }
    await delay(200);
  }
}

const listens = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
