import { readFileSync } from 'node:fs';
import { environment } from '@spendscope/contracts';
import { required } from './environmentReader';

const shortestToken = 24;

/** Splits a list of secrets. @throws Error in one sentence on none, more than two, or one that is too short */
export function secretList(name: string, text: string): string[] {
  const list = text
    .split(/[,\n]/)
    .map((token) => token.trim())
    .filter((token) => token.length > 0);
  if (list.length < 1 || list.length > 2) {
    throw new Error(`${name} holds ${list.length} tokens. Set one, or two while one is being rotated.`);
  }
  requireLong(name, list);
  return list;
}

function requireLong(name: string, list: readonly string[]): void {
  if (list.some((token) => token.length < shortestToken)) {
    throw new Error(
      `${name} holds a token shorter than ${shortestToken} characters. Make one with "openssl rand -hex 32".`
    );
  }
}

/** One or two, or none where the variable is not set. */
export const optionalSecrets = (env: NodeJS.ProcessEnv, name: string): string[] =>
  env[name]?.trim() ? secretList(name, env[name]) : [];

/** The channel tokens: of the file, where one is named, else of the variable. */
export function channelTokens(env: NodeJS.ProcessEnv): { channelTokens: string[]; channelTokensFile?: string } {
  const file = env[environment.channelTokensFile]?.trim();
  if (file) {
    return { channelTokens: readTokenFile(file), channelTokensFile: file };
  }
  const fix = 'Set it to the token that Grafana sends, or to two separated by a comma.';
  return {
    channelTokens: secretList(environment.channelTokens, required(env, environment.channelTokens, fix)),
  };
}

/** @throws Error in one sentence where the file cannot be read or holds no tokens */
export function readTokenFile(file: string): string[] {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (cause) {
    throw new Error(`${file} cannot be read. Make it with "spendscope tokens rotate --file ${file}".`, { cause });
  }
  return secretList(file, text);
}

export interface ServiceToken {
  name: string;
  token: string;
}

/** `NAME:TOKEN` pairs. @throws Error in one sentence on anything else */
export function serviceTokens(env: NodeJS.ProcessEnv): ServiceToken[] {
  const name = environment.serviceTokens;
  const pairs = (env[name] ?? '').split(',').filter((pair) => pair.trim());
  const services = pairs.map((pair) => {
    const match = /^([a-z][a-z0-9-]{0,40}):([\x21-\x7e]+)$/.exec(pair.trim());
    if (!match) {
      throw new Error(`${name} holds an entry that is not NAME:TOKEN. A name is of small letters, digits and dashes.`);
    }
    return { name: match[1]!, token: match[2]! };
  });
  requireLong(
    name,
    services.map((service) => service.token)
  );
  return services;
}
