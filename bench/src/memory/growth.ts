import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Measurement } from '../benchmark';
import type { Probed, workloads } from './workloads';

const exec = promisify(execFile);
const few = 10_000;

/**
 * How much higher the peak of memory is with many rows than with 10,000: what one more row costs, without what Node and its
 * code take. Each size has a process of its own, because a peak never goes down. Beside it stands what cannot be saved: how
 * much the rows themselves, as 8-byte numbers, grow.
 */
export async function memoryGrowth(name: keyof typeof workloads, many: number): Promise<Measurement> {
  const [small, large] = [await probe(name, few), await probe(name, many)];
  return {
    case: `peak memory from ${few} to ${many} rows (${Math.round(small.peak)} to ${Math.round(large.peak)} MiB), beside the rows’ own growth`,
    ours: large.peak - small.peak,
    peer: large.data - small.data,
    unit: 'MiB',
  };
}

async function probe(name: string, rows: number): Promise<Probed> {
  const program = fileURLToPath(new URL('./probe.ts', import.meta.url));
  const { stdout } = await exec(process.execPath, ['--import', 'tsx', program, name, String(rows)]);
  return JSON.parse(stdout.trim().split('\n').at(-1)!) as Probed;
}
