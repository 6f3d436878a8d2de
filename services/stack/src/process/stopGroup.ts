import type { ChildProcess } from 'node:child_process';
import { type Exit, waitForExit } from './waitForExit';

/**
 * Asks a child that leads its own process group to end, and kills the whole group where it has not after `graceMs`.
 * The group holds only what that child started.
 */
export async function stopGroup(child: ChildProcess, graceMs = 30_000): Promise<Exit> {
  const ended = waitForExit(child);
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) {
    return ended;
  }
  signalGroup(child.pid, 'SIGTERM');
  const timer = setTimeout(() => signalGroup(child.pid!, 'SIGKILL'), graceMs);
  const exit = await ended;
  clearTimeout(timer);
  return exit;
}

/** Signals every process of the group; a group that is gone already is no error. */
export function signalGroup(leader: number, signal: NodeJS.Signals): boolean {
  try {
    process.kill(-leader, signal);
    return true;
  } catch {
    return false;
  }
}
