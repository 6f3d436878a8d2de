import { spawn, type ChildProcessByStdio } from 'node:child_process';
import path from 'node:path';
import { createInterface, type Interface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { pythonPackages } from '@spendscope/testing';

const packages = ['numpy==2.4.6', 'scipy==1.17.1', 'scikit-learn==1.9.1', 'lightgbm==4.7.0'];

/** For every script; Linux's VmHWM, because ru_maxrss begins at what we held when we started it. */
const preamble = `
def peak_memory():
    with open('/proc/self/status') as status:
        return next(int(line.split()[1]) for line in status if line.startswith('VmHWM')) / 1024
`;

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
    const child = spawn(python(), ['-c', preamble + script, ...args], { env, stdio: ['pipe', 'pipe', 'inherit'] });
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

function python(): string {
  const programs = pythonPackages('bench-peers', packages);
  if (!programs) {
    throw new Error('The peers need python3 with venv, and PyPI.');
  }
  return path.join(programs, 'python');
}
