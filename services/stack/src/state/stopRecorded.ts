import { setTimeout as delay } from 'node:timers/promises';
import { signalGroup } from '../process/stopGroup';
import { type KnownProcess, type StackState, isAlive } from './stackState';

export interface StopReport {
  stopped: string[];
  killed: string[];
}

const graceMs = 30_000;

/**
 * Stops what a state file records and still runs: first the starter, which stops its parts in order, then any part
 * that outlived it. A process that merely has a recorded number is left alone.
 */
export async function stopRecorded(state: StackState): Promise<StopReport> {
  const report: StopReport = { stopped: [], killed: [] };
  if (isAlive(state.starter)) {
    process.kill(state.starter.pid, 'SIGTERM');
    await until(() => !isAlive(state.starter), graceMs * 2);
    report.stopped.push(state.starter.name);
  }
  for (const part of [...state.parts].reverse()) {
    await stopPart(part, report);
  }
  return report;
}

async function stopPart(part: KnownProcess, report: StopReport): Promise<void> {
  if (!isAlive(part)) {
    return;
  }
  signalGroup(part.pid, 'SIGTERM');
  if (await until(() => !isAlive(part), graceMs)) {
    report.stopped.push(part.name);
    return;
  }
  signalGroup(part.pid, 'SIGKILL');
  report.killed.push(part.name);
}

async function until(condition: () => boolean, limitMs: number): Promise<boolean> {
  const deadline = Date.now() + limitMs;
  while (!condition()) {
    if (Date.now() > deadline) {
      return false;
    }
    await delay(100);
  }
  return true;
}
