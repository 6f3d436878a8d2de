import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';

const root = join(__dirname, '../../../..');

/** The real server as a process of its own, to be killed. */
export class ServerProcess {
  private child: ChildProcess | undefined;
  url = '';

  constructor(private readonly environment: Record<string, string>) {}

  /** Starts it and waits until it listens on a port of its own. */
  async start(): Promise<void> {
    const child = spawn(process.execPath, ['--import', 'tsx', 'services/api/src/server.ts'], {
      cwd: root,
      env: { PATH: process.env.PATH, HOME: process.env.HOME, ...this.environment },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    this.child = child;
    this.url = await new Promise<string>((resolve, reject) => {
      let text = '';
      let known = false;
      child.stdout!.setEncoding('utf8').on('data', (chunk: string) => {
        // What it logs afterwards is read, so that its pipe never fills, and forgotten.
        text = known ? '' : text + chunk;
        const listening = /Server listening at (http:\/\/[\d.]+:\d+)/.exec(text);
        if (listening) {
          known = true;
          resolve(listening[1]!);
        }
      });
      child.once('exit', (code) =>
        reject(new Error(`The server ended by itself (exit code ${code}): ${text.slice(-500)}`))
      );
    });
  }

  /** SIGKILL: nothing is finished, flushed or given back. */
  async kill(): Promise<void> {
    const { child } = this;
    if (!child || child.exitCode !== null || child.signalCode !== null) {
      return;
    }
    await new Promise<void>((resolve) => {
      child.once('exit', () => resolve());
      child.kill('SIGKILL');
    });
  }
}
