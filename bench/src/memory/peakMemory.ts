import { existsSync, readFileSync } from 'node:fs';

const status = '/proc/self/status';

/**
 * Most memory that this process has held so far, MiB. Linux keeps it in VmHWM; what it answers as maxRSS begins at what the
 * parent held when it started us.
 */
export function peakMemory(): number {
  if (existsSync(status)) {
    const [, kilobytes] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(status, 'utf8'))!;
    return Number(kilobytes) / 1024;
  }
  return process.resourceUsage().maxRSS / 1024;
}
