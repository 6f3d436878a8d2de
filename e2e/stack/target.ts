import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';

/** People of the demo, one per role; the same logins on both targets. */
export const logins = ['viewer', 'operator', 'admin', 'admin2'] as const;
export type Login = (typeof logins)[number];

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });

// Chosen once in the first process; workers inherit the environment and so the same ports.
process.env.SPENDSCOPE_E2E_DIR ??= path.join(os.tmpdir(), `spendscope-e2e-${process.pid}`);
process.env.SPENDSCOPE_UI_PORT ??= String(await freePort());
process.env.SPENDSCOPE_API_PORT ??= String(await freePort());
process.env.SPENDSCOPE_ES_PORT ??= String(await freePort());

const folder = process.env.SPENDSCOPE_E2E_DIR;

export const target = {
  kind: process.env.GRAFANA_HOME ? 'grafana' : 'preview',
  url: `http://localhost:${process.env.SPENDSCOPE_UI_PORT}`,
  /** Its own state folder: a stack that a developer runs is left alone. */
  stateDir: path.join(folder, 'state'),
  storageState: (login: Login): string => path.join(folder, `${login}.json`),
  folder,
} as const;
