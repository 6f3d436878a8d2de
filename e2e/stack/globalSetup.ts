import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { request } from '@playwright/test';
import { logins, target } from './target';

const root = path.resolve(import.meta.dirname, '../..');
/** Small enough to be ready in about a minute, large enough for every panel to have something to show. */
const demo = ['--users', '2000', '--demo-transactions', '40000', '--seed', '7'];

/** Grafana takes a session's token for ten minutes, then wants the next one, which only the page that got it knows. */
const renewEveryMs = 5 * 60_000;

/** Starts the whole system as `npm start` does, signs the people of the demo in, and returns what stops it. */
// Playwright asks for a default export.
// eslint-disable-next-line import-x/no-default-export
export default async function globalSetup(): Promise<() => Promise<void>> {
  mkdirSync(target.folder, { recursive: true, mode: 0o700 });
  const stack = spawn(process.execPath, ['--import', 'tsx', 'services/stack/src/start.ts', ...demo], {
    cwd: root,
    env: { ...process.env, SPENDSCOPE_STATE_DIR: target.stateDir },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let renewing: NodeJS.Timeout | undefined;
  const stop = async (): Promise<void> => {
    clearInterval(renewing);
    await ended(stack);
    rmSync(target.folder, { recursive: true, force: true });
  };
  try {
    await ready(stack);
    await signAllIn();
    renewing = setInterval(() => void signAllIn().catch(() => undefined), renewEveryMs);
  } catch (error) {
    await stop();
    throw error;
  }
  return stop;
}

/** The summary's last line says that everything runs. */
function ready(stack: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    stack.stdout?.on('data', (chunk: Buffer) => {
      process.stdout.write(chunk);
      if (chunk.toString().includes('Ctrl-C')) {
        resolve();
      }
    });
    stack.once('exit', (code) =>
      reject(new Error(`The stack ended with code ${code} before it was ready; its lines stand above.`))
    );
  });
}

function ended(stack: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (stack.exitCode !== null) {
      resolve();
      return;
    }
    stack.once('exit', () => resolve());
    stack.kill('SIGINT');
  });
}

async function signAllIn(): Promise<void> {
  for (const login of logins) {
    await signIn(login);
  }
}

async function signIn(login: string): Promise<void> {
  const context = await request.newContext({ baseURL: target.url });
  const answer = await context.post('/login', { data: { user: login, password: passwordOf(login) } });
  if (!answer.ok()) {
    throw new Error(`${login} could not sign in: ${answer.status()} ${await answer.text()}`);
  }
  await context.storageState({ path: target.storageState(login as never) });
  await context.dispose();
}

/** The preview host asks for none. */
function passwordOf(login: string): string {
  return target.kind === 'preview'
    ? 'none'
    : readFileSync(path.join(target.stateDir, `grafana-${login}-password`), 'utf8').trim();
}
