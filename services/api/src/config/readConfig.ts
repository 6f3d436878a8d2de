import { environment } from '@spendscope/contracts';
import { type ElasticConnection, connectionFromEnvironment } from '@spendscope/elastic';

export const interventionModes = ['observe', 'enforce', 'readonly'] as const;
export type InterventionMode = (typeof interventionModes)[number];

export interface ApiConfig {
  host: string;
  port: number;
  elastic: ElasticConnection;
  /** Folder of keys and signed checkpoints. */
  stateDir: string;
  /** One token, or two while one is being rotated. */
  channelTokens: readonly string[];
  grafana: { issuer: string; jwksUrl: string; orgId: string };
  mode: InterventionMode;
  logLevel: string;
}

const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'];
const shortestToken = 24;

/**
 * Reads and checks the environment at boot.
 * @throws Error with one plain sentence that names the variable and the fix.
 */
export function readConfig(env: NodeJS.ProcessEnv = process.env): ApiConfig {
  const issuer = url(env, environment.grafanaIssuer);
  return {
    host: env[environment.apiHost] ?? '127.0.0.1',
    port: port(env),
    elastic: connectionFromEnvironment(env),
    stateDir: required(env, environment.stateDir, 'Set it to a folder of mode 700 for keys.'),
    channelTokens: tokens(env),
    grafana: {
      issuer,
      jwksUrl: env[environment.grafanaJwks]
        ? url(env, environment.grafanaJwks)
        : `${issuer.replace(/\/$/, '')}/api/signing-keys/keys`,
      orgId: organisation(env),
    },
    mode: oneOf(env, environment.interventionMode, interventionModes, 'enforce'),
    logLevel: oneOf(env, environment.logLevel, logLevels, 'info'),
  };
}

function required(env: NodeJS.ProcessEnv, name: string, fix: string): string {
  const value = env[name]?.trim();
  if (!value) {
    throw new Error(`${name} is not set. ${fix}`);
  }
  return value;
}

function url(env: NodeJS.ProcessEnv, name: string): string {
  const value = required(env, name, 'Set it to an address such as http://localhost:3000.');
  if (!URL.canParse(value) || !/^https?:$/.test(new URL(value).protocol)) {
    throw new Error(`${name} is not an http(s) address. Set it to one such as http://localhost:3000.`);
  }
  return value;
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

function tokens(env: NodeJS.ProcessEnv): string[] {
  const name = environment.channelTokens;
  const list = required(env, name, 'Set it to the token that Grafana sends, or to two separated by a comma.')
    .split(',')
    .map((token) => token.trim())
    .filter((token) => token.length > 0);
  if (list.length < 1 || list.length > 2) {
    throw new Error(`${name} holds ${list.length} tokens. Set one, or two while one is being rotated.`);
  }
  if (list.some((token) => token.length < shortestToken)) {
    throw new Error(
      `${name} holds a token shorter than ${shortestToken} characters. Make one with "openssl rand -hex 32".`
    );
  }
  return list;
}

function oneOf<const Value extends string>(
  env: NodeJS.ProcessEnv,
  name: string,
  values: readonly Value[],
  fallback: Value
): Value {
  const value = env[name] ?? fallback;
  const known = values.find((candidate) => candidate === value);
  if (!known) {
    throw new Error(`${name} is "${value}". Set it to one of ${values.join(', ')}.`);
  }
  return known;
}
