import { execFile, spawn, type ChildProcessByStdio } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createInterface, type Interface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { promisify } from 'node:util';

const exec = promisify(execFile);
/** Pinned, so that a ratio means the same wherever it was measured. */
const packages = ['numpy==2.4.6', 'scipy==1.17.1', 'scikit-learn==1.9.1', 'lightgbm==4.7.0'];

/** Runs a Python script in a virtual environment of the benchmarks' own, made on first use, and parses what it prints. */
export async function runPython<Result>(script: string, args: readonly string[]): Promise<Result> {
  const { stdout } = await exec(await python(), ['-c', script, ...args], { maxBuffer: 1 << 26 });
  return JSON.parse(stdout) as Result;
}

/**
 * A Python process that measures whenever it is asked, so that its rounds can alternate with ours. Its script answers
 * each line of standard input with one line of JSON.
 */
export class PythonPeer {
  private readonly lines: AsyncIterator<string>;

  private constructor(
    private readonly process: ChildProcessByStdio<Writable, Readable, null>,
    reader: Interface
  ) {
    this.lines = reader[Symbol.asyncIterator]();
  }

  /** @param threads for its numeric libraries (OpenMP, BLAS) */
  static async open(script: string, args: readonly string[], threads: number): Promise<PythonPeer> {
    const env = { ...process.env, OMP_NUM_THREADS: String(threads), OPENBLAS_NUM_THREADS: String(threads) };
    const child = spawn(await python(), ['-c', script, ...args], { env, stdio: ['pipe', 'pipe', 'inherit'] });
    return new PythonPeer(child, createInterface({ input: child.stdout }));
  }

  async ask<Answer>(question: string): Promise<Answer> {
    this.process.stdin.write(`${question}\n`);
    const { value, done } = await this.lines.next();
    if (done) {
      throw new Error('The peer ended without an answer; what it said stands above.');
    }
    return JSON.parse(value) as Answer;
  }

  close(): void {
    this.process.stdin.end();
  }
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
