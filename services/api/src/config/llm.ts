import { readFileSync } from 'node:fs';
import { environment } from '@spendscope/contracts';
import type { LlmConfig } from '../modules/personas/llmConfig';
import { oneOf, required, url } from './environmentReader';

const addresses: Record<LlmConfig['provider'], string> = {
  gemini: 'https://generativelanguage.googleapis.com',
  openai: 'https://api.openai.com/v1',
};
const timeoutMs = 15_000;

/**
 * The language model that writes persona texts; none without a key.
 * @throws Error in one sentence where a variable is wrong
 */
export function llmConfig(env: NodeJS.ProcessEnv): LlmConfig | undefined {
  const key = readKey(env);
  if (!key) {
    return undefined;
  }
  const provider = oneOf(env, environment.llmProvider, ['gemini', 'openai'], 'gemini');
  return {
    provider,
    key,
    model: required(env, environment.llmModel, 'Set it to the name of the model, as its endpoint spells it.'),
    url: address(env, addresses[provider]),
    locale: oneOf(env, environment.llmLocale, ['en', 'ko'], 'en'),
    callsPerRun: count(env, environment.llmCallsPerRun, 40),
    callsPerDay: count(env, environment.llmCallsPerDay, 200),
    tokensPerRun: count(env, environment.llmTokensPerRun, 100_000),
    tokensPerDay: count(env, environment.llmTokensPerDay, 300_000),
    timeoutMs,
  };
}

function readKey(env: NodeJS.ProcessEnv): string | undefined {
  const file = env[environment.llmKeyFile]?.trim();
  if (!file) {
    return env[environment.llmKey]?.trim() || undefined;
  }
  try {
    return readFileSync(file, 'utf8').trim() || undefined;
  } catch (cause) {
    throw new Error(`${environment.llmKeyFile} names a file that cannot be read. Mend its path or its mode.`, {
      cause,
    });
  }
}

const isLoopback = (host: string): boolean => ['localhost', '127.0.0.1', '[::1]'].includes(host);

function address(env: NodeJS.ProcessEnv, standard: string): string {
  const value = env[environment.llmUrl]?.trim() ? url(env, environment.llmUrl) : standard;
  const { protocol, hostname } = new URL(value);
  if (protocol !== 'https:' && !isLoopback(hostname)) {
    throw new Error(`${environment.llmUrl} would send the key in clear. Use https, or an endpoint on this machine.`);
  }
  return value.replace(/\/+$/, '');
}

function count(env: NodeJS.ProcessEnv, name: string, standard: number): number {
  const value = env[name]?.trim() || String(standard);
  if (!/^\d{1,12}$/.test(value)) {
    throw new Error(`${name} is "${value}". Set it to a whole number; 0 stops all calls.`);
  }
  return Number(value);
}
