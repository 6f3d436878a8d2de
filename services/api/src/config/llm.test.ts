import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { llmConfig } from './llm';

const key = 'key-of-the-tests';

it('is off without a key, whatever else is set', () => {
  expect(llmConfig({})).toBeUndefined();
  expect(llmConfig({ SPENDSCOPE_LLM_PROVIDER: 'gemini', SPENDSCOPE_LLM_MODEL: 'm', SPENDSCOPE_LLM_KEY: ' ' })).toBeUndefined(); // prettier-ignore
});

it('takes the provider’s own address and a budget where none is said', () => {
  expect(llmConfig({ SPENDSCOPE_LLM_KEY: key, SPENDSCOPE_LLM_MODEL: 'model-1' })).toEqual({
    ...{ provider: 'gemini', url: 'https://generativelanguage.googleapis.com', key, model: 'model-1', locale: 'en' },
    ...{ callsPerRun: 40, callsPerDay: 200, tokensPerRun: 100_000, tokensPerDay: 300_000, timeoutMs: 15_000 },
  });
});

it('reads the key from a file, and says which one it cannot read', () => {
  const folder = mkdtempSync(join(tmpdir(), 'spendscope-llm-'));
  const file = join(folder, 'key');
  writeFileSync(file, `${key}\n`, { mode: 0o600 });
  expect(llmConfig({ SPENDSCOPE_LLM_KEY_FILE: file, SPENDSCOPE_LLM_MODEL: 'm' })?.key).toBe(key);
  rmSync(folder, { recursive: true });
  expect(() => llmConfig({ SPENDSCOPE_LLM_KEY_FILE: file })).toThrow(/SPENDSCOPE_LLM_KEY_FILE names a file/);
});

it.each([
  [{}, 'SPENDSCOPE_LLM_MODEL is not set'],
  [{ SPENDSCOPE_LLM_PROVIDER: 'other' }, 'SPENDSCOPE_LLM_PROVIDER is "other"'],
  [{ SPENDSCOPE_LLM_URL: 'http://llm.example' }, 'would send the key in clear'],
  [{ SPENDSCOPE_LLM_URL: 'file:///etc' }, 'SPENDSCOPE_LLM_URL is not an http(s) address'],
  [{ SPENDSCOPE_LLM_CALLS_PER_DAY: '-1' }, 'SPENDSCOPE_LLM_CALLS_PER_DAY is "-1"'],
])('refuses %j', (change, message) => {
  const model = Object.keys(change).length > 0 ? { SPENDSCOPE_LLM_MODEL: 'm' } : {};
  const read = (): unknown => llmConfig({ SPENDSCOPE_LLM_KEY: key, ...model, ...change });
  expect(read).toThrow(message);
  expect(read).not.toThrow(key);
});

it('lets an endpoint on this machine speak http', () => {
  const env = { SPENDSCOPE_LLM_KEY: key, SPENDSCOPE_LLM_MODEL: 'm', SPENDSCOPE_LLM_URL: 'http://127.0.0.1:11434/v1/' };
  expect(llmConfig(env)?.url).toBe('http://127.0.0.1:11434/v1');
});
