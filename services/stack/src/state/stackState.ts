import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { processStart } from '../process/processIdentity';

/** A process of ours, told apart from a later one with the same number by its start. */
export interface KnownProcess {
  name: string;
  pid: number;
  start: string;
}

/** What `.spendscope/stack.json` holds while the stack runs. */
export interface StackState {
  starter: KnownProcess;
  /** Leaders of process groups, in the order in which they were started. */
  parts: KnownProcess[];
  /** Whether Elasticsearch runs in a container of ours, which only Docker stops. */
  docker: boolean;
  /** What a browser opens. */
  address: string;
}

/** The state on disk, or undefined where nothing was recorded or the file is damaged. */
export function readStackState(path: string): StackState | undefined {
  if (!existsSync(path)) {
    return undefined;
  }
  try {
    const parsed = JSON.parse(readFileSync(path, 'utf8')) as StackState;
    return Array.isArray(parsed.parts) && parsed.starter ? parsed : undefined;
  } catch {
    return undefined;
  }
}

export function writeStackState(path: string, state: StackState): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const draft = `${path}.new`;
  writeFileSync(draft, `${JSON.stringify(state, null, 2)}\n`, { mode: 0o600 });
  renameSync(draft, path);
}

export function removeStackState(path: string): void {
  rmSync(path, { force: true });
}

export function describeProcess(name: string, pid: number): KnownProcess | undefined {
  const start = processStart(pid);
  return start ? { name, pid, start } : undefined;
}

/** Whether the very process that was recorded still runs. */
export function isAlive(known: KnownProcess, startOf: (pid: number) => string | undefined = processStart): boolean {
  return startOf(known.pid) === known.start;
}
