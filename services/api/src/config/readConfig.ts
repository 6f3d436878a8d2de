import type { BlockList } from 'node:net';
import { type InterventionMode, type PolicyLimits, environment, interventionModes } from '@spendscope/contracts';
import { type ElasticConnection, connectionFromEnvironment } from '@spendscope/elastic';
import { type S3Place, modelsPlace, s3PlaceOf } from '@spendscope/registry';
import type { RequestBudget } from '../http/rateLimits';
import type { LlmConfig } from '../modules/personas/llmConfig';
import { allowedNetworks } from './allowedNetworks';
import { oneOf, required, url } from './environmentReader';
import { llmConfig } from './llm';
import { type ServiceToken, channelTokens, optionalSecrets, serviceTokens } from './secrets';
import { type TlsFiles, tlsFiles } from './tls';

export interface ApiConfig {
  host: string;
  port: number;
  tls?: TlsFiles;
  /** Where calls may come from; absent: everywhere. */
  allowedNetworks?: BlockList;
  elastic: ElasticConnection;
  /** Folder of keys and signed checkpoints. */
  stateDir: string;
  /** One token, or two while one is being rotated. */
  channelTokens: readonly string[];
  /** Where they are read from again when it changes. */
  channelTokensFile?: string;
  grafana: { issuer: string; jwksUrl: string; orgId: string };
  /** Secrets of the alert webhook; empty: it is closed. */
  alertSecrets: readonly string[];
  /** Bearer tokens of Watcher; empty: its webhook is closed. */
  watcherTokens: readonly string[];
  /** Programs that may ask for decisions. */
  serviceTokens: readonly ServiceToken[];
  /** What a decision says while the store is away. */
  decisionsFail: 'open' | 'closed';
  policyFile?: string;
  connectorsFile?: string;
  /** Absent: checkpoints stand in the state folder. */
  checkpoints?: S3Place;
  /** Absent: models stand in the state folder. */
  models?: S3Place;
  /** Absent: persona texts are those of the rules. */
  llm?: LlmConfig;
  mode: InterventionMode;
  logLevel: string;
  /** Absent: the default. */
  requestBudget?: RequestBudget;
  /** Where the policy sets no limits; absent: the defaults. */
  usualLimits?: PolicyLimits;
}

const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'];

/**
 * Reads and checks the environment at boot.
 * @throws Error with one plain sentence that names the variable and the fix.
 */
export function readConfig(env: NodeJS.ProcessEnv = process.env): ApiConfig {
  const issuer = url(env, environment.grafanaIssuer);
  return {
    host: env[environment.apiHost] ?? '127.0.0.1',
    port: port(env),
    tls: tlsFiles(env),
    allowedNetworks: allowedNetworks(env),
    elastic: connectionFromEnvironment(env),
    stateDir: required(env, environment.stateDir, 'Set it to a folder of mode 700 for keys.'),
    ...channelTokens(env),
    grafana: {
      issuer,
      jwksUrl: env[environment.grafanaJwks]
        ? url(env, environment.grafanaJwks)
        : `${issuer.replace(/\/$/, '')}/api/signing-keys/keys`,
      orgId: organisation(env),
    },
    alertSecrets: optionalSecrets(env, environment.alertSecret),
    watcherTokens: optionalSecrets(env, environment.watcherTokens),
    serviceTokens: serviceTokens(env),
    decisionsFail: oneOf(env, environment.decisionsFail, ['open', 'closed'], 'closed'),
    policyFile: env[environment.policyFile]?.trim() || undefined,
    connectorsFile: env[environment.connectorsFile]?.trim() || undefined,
    checkpoints: s3PlaceOf(env, environment.checkpointsUrl),
    models: modelsPlace(env),
    llm: llmConfig(env),
    mode: oneOf(env, environment.interventionMode, interventionModes, 'enforce'),
    logLevel: oneOf(env, environment.logLevel, logLevels, 'info'),
  };
}

function port(env: NodeJS.ProcessEnv): number {
  const value = env[environment.apiPort] ?? '8085';
  const number = Number(value);
  if (!Number.isInteger(number) || number < 0 || number > 65_535) {
    throw new Error(`${environment.apiPort} is "${value}", not a port. Set it to a number from 0 to 65535.`);
  }
  return number;
}

function organisation(env: NodeJS.ProcessEnv): string {
  const value = env[environment.grafanaOrg] ?? '1';
  if (!/^\d+$/.test(value)) {
    throw new Error(
      `${environment.grafanaOrg} is not a number. Set it to the id of the Grafana organisation, usually 1.`
    );
  }
  return value;
}
