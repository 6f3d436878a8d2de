import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { lastLines } from '../process/logTail';
import { stopGroup } from '../process/stopGroup';
import { type Exit, waitForExit } from '../process/waitForExit';
import { StackError } from '../stackError';

export interface ServiceSpec {
  name: string;
  command: string;
  args: readonly string[];
  cwd: string;
  env: NodeJS.ProcessEnv;
  logFile: string;
  /** Whether it serves; left out for programs that serve nobody. */
  ready?: () => Promise<boolean>;
  readyTimeoutMs?: number;
  signal?: AbortSignal;
}

/** A program that runs as leader of its own process group. */
export interface RunningService {
  pid: number;
  logFile: string;
  exited: Promise<Exit>;
  stop(): Promise<void>;
}

/**
 * Starts a program with its output in a log file, and resolves when it serves.
 *
 * @throws StackError with the log's last lines where it ends or does not serve in time
 */
export async function startService(spec: ServiceSpec): Promise<RunningService> {
  mkdirSync(dirname(spec.logFile), { recursive: true, mode: 0o700 });
  const log = openSync(spec.logFile, 'a', 0o600);
  const child = spawn(spec.command, [...spec.args], {
    cwd: spec.cwd,
    env: spec.env,
    detached: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  await spawned(spec, child);
  const service: RunningService = {
    pid: child.pid!,
    logFile: spec.logFile,
    exited: waitForExit(child),
    stop: async () => {
      await stopGroup(child, 15_000);
    },
  };
  await untilReady(spec, service);
  return service;
}

function spawned(spec: ServiceSpec, child: ReturnType<typeof spawn>): Promise<void> {
  return new Promise((resolve, reject) => {
    child.once('spawn', resolve);
    child.once('error', (cause) =>
      reject(
        new StackError(`${spec.name} could not be started: ${cause.message}.`, `Check that ${spec.command} exists.`, {
          cause,
        })
      )
    );
  });
}

async function untilReady(
  { name, ready, readyTimeoutMs = 180_000, signal }: ServiceSpec,
  service: RunningService
): Promise<void> {
  let exit: Exit | undefined;
  void service.exited.then((value) => (exit = value));
  const deadline = Date.now() + readyTimeoutMs;
  while (ready && !(await ready())) {
    if (exit) {
      throw new StackError(
        `${name} ended while starting: ${lastLines(service.logFile, 3)}`,
        `Read ${service.logFile}.`
      );
    }
    if (signal?.aborted || Date.now() > deadline) {
      await service.stop();
      signal?.throwIfAborted();
      const seconds = Math.round(readyTimeoutMs / 1000);
      throw new StackError(
        `${name} did not answer within ${seconds} s: ${lastLines(service.logFile, 3)}`,
        `Read ${service.logFile}.`
      );
    }
    await delay(200);
  }
}
