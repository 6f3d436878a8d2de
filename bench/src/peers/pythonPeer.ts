import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const exec = promisify(execFile);
/** Pinned, so that a ratio means the same wherever it was measured. */
const packages = ['numpy==2.4.6', 'scipy==1.17.1', 'scikit-learn==1.9.1', 'lightgbm==4.7.0'];

/** Runs a Python script in a virtual environment of the benchmarks' own, made on first use, and parses what it prints. */
export async function runPython<Result>(script: string, args: readonly string[]): Promise<Result> {
  const { stdout } = await exec(await python(), ['-c', script, ...args], { maxBuffer: 1 << 26 });
  return JSON.parse(stdout) as Result;
}

async function python(): Promise<string> {
  const cache = process.env.XDG_CACHE_HOME ?? path.join(os.homedir(), '.cache');
  const folder = path.join(cache, 'spendscope-bench-python');
  const ready = path.join(folder, `ready-${packages.join('-').replaceAll('==', '-')}`);
  const binary = path.join(folder, 'bin', 'python');
  if (!existsSync(ready)) {
    mkdirSync(cache, { recursive: true });
    console.error('Installing the peers, once …');
    await exec('python3', ['-m', 'venv', '--clear', folder]);
    await exec(binary, ['-m', 'pip', 'install', '--quiet', ...packages]);
    writeFileSync(ready, '');
  }
  return binary;
}
