import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * When a process started, as text that no later process with the same number shares; undefined where none has it.
 * Numbers are given out again, so a number alone must never be signalled.
 */
export function processStart(pid: number): string | undefined {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    return `${boot}:${startTicks(readFileSync(`/proc/${pid}/stat`, 'utf8'))}`;
  } catch {
    return fromPs(pid);
  }
}

/** Field 22 of /proc/PID/stat, in clock ticks since boot. The second field is a name in brackets that may hold anything. */
export function startTicks(stat: string): string {
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const ticks = fields[19];
  if (!ticks) {
    throw new Error('/proc/PID/stat has fewer fields than expected');
  }
  return ticks;
}

function fromPs(pid: number): string | undefined {
  try {
    const stdio: ['ignore', 'pipe', 'ignore'] = ['ignore', 'pipe', 'ignore'];
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8', stdio }).trim() || undefined;
  } catch {
    return undefined;
  }
}
