import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { environment } from '@spendscope/contracts';

/** Everything that the preview host is told from outside. */
export interface PreviewConfig {
  host: string;
  port: number;
  /** Its own root URL: the issuer of identity tokens. */
  rootUrl: string;
  stateDir: string;
  /** Where the app's routes lead: services/api. */
  apiUrl: string;
  channelToken: string;
  provisioningDir: string;
  dashboardsDir: string;
  pluginsDir: string;
  /** The built client. */
  clientDir: string;
  env: NodeJS.ProcessEnv;
}

const repository = fileURLToPath(new URL('../../..', import.meta.url));

function readPort(text: string | undefined): number {
  const port = Number(text ?? 3000);
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw new Error(`${environment.uiPort} is "${text}", which is no port. Set it to a number such as 3000.`);
  }
  return port;
}

/** Reads and checks the environment at start, so that what is wrong shows then and not at the first request. */
export function configFromEnvironment(env: NodeJS.ProcessEnv = process.env): PreviewConfig {
  const host = env[environment.uiHost] || '127.0.0.1';
  const port = readPort(env[environment.uiPort] || undefined);
  return {
    host,
    port,
    rootUrl: env[environment.grafanaIssuer] || `http://${host}:${port}/`,
    stateDir: env[environment.stateDir] || path.join(repository, '.spendscope'),
    apiUrl: env[environment.apiUrl] || 'http://127.0.0.1:4000',
    channelToken: env[environment.channelToken] || '',
    provisioningDir: path.join(repository, 'provisioning'),
    dashboardsDir: env[environment.dashboardsDir] || path.join(repository, 'dashboards'),
    pluginsDir: path.join(repository, 'plugins'),
    clientDir: fileURLToPath(new URL('../dist', import.meta.url)),
    env,
  };
}
