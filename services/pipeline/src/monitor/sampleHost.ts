import { readFileSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { cpus, freemem, hostname, loadavg, totalmem } from 'node:os';
import type { HostSample } from '@spendscope/contracts';

/** Milliseconds that the cores worked and were there, since the machine started. */
interface CoreTime {
  busy: number;
  all: number;
}

export function coreTime(): CoreTime {
  const times = cpus().map((core) => core.times);
  const all = times.reduce((sum, { user, nice, sys, idle, irq }) => sum + user + nice + sys + idle + irq, 0);
  return { busy: all - times.reduce((sum, { idle }) => sum + idle, 0), all };
}

/** Bytes that programs can still have: Linux frees caches for them, which `freemem` counts as used. */
function availableMemory(): number {
  try {
    const found = /^MemAvailable:\s+(\d+) kB$/m.exec(readFileSync('/proc/meminfo', 'utf8'));
    return found ? Number(found[1]) * 1024 : freemem();
  } catch {
    return freemem();
  }
}

/**
 * What the machine is busy with.
 *
 * @param before times of the cores at the sample before; the share is of what came since
 * @param folder on the disk that is looked at
 */
export async function sampleHost(before: CoreTime, folder: string, now: Date): Promise<HostSample> {
  const time = coreTime();
  const disk = await statfs(folder);
  const used = totalmem() - availableMemory();
  return {
    '@timestamp': now.toISOString(),
    host: hostname(),
    cpu: time.all > before.all ? (time.busy - before.busy) / (time.all - before.all) : 0,
    load: loadavg()[0]!,
    cores: cpus().length,
    memory: used / totalmem(),
    memory_bytes: used,
    disk: disk.blocks > 0 ? 1 - disk.bavail / disk.blocks : 0,
    disk_free_bytes: disk.bavail * disk.bsize,
  };
}
