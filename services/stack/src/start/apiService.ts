import { join } from 'node:path';
import { environment } from '@spendscope/contracts';
import { type ElasticsearchAccess, accessVariables } from '../elasticsearch/access';
import type { StackPaths } from '../paths';
import type { ServiceSpec } from '../supervisor/startService';
import { answersOk } from '../ui/httpReady';
import { passedOn } from './passedOn';

export interface ApiInput {
  paths: StackPaths;
  access: ElasticsearchAccess;
  port: number;
  channelToken: string;
  alertSecret: string;
  issuer: string;
  /** Address at which this machine reaches the issuer's public keys. */
  jwksUrl: string;
}

/** The API server, on loopback, as its own Elasticsearch user. */
export function apiService({ paths, access, port, channelToken, alertSecret, issuer, jwksUrl }: ApiInput): ServiceSpec {
  return {
    name: 'api',
    command: process.execPath,
    args: ['--import', 'tsx', 'services/api/src/server.ts'],
    cwd: paths.root,
    logFile: join(paths.logs, 'api.log'),
    ready: () => answersOk(`http://127.0.0.1:${port}/readyz`),
    env: {
      ...passedOn(),
      // The only part that talks to a language model.
      [environment.llmKey]: process.env[environment.llmKey],
      [environment.llmKeyFile]: process.env[environment.llmKeyFile],
      ...accessVariables(access, 'api'),
      [environment.apiHost]: '127.0.0.1',
      [environment.apiPort]: String(port),
      [environment.channelTokens]: channelToken,
      [environment.grafanaIssuer]: issuer,
      [environment.grafanaJwks]: jwksUrl,
      [environment.stateDir]: paths.state,
      [environment.alertSecret]: alertSecret,
    },
  };
}
