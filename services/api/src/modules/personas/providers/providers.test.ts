import { type LlmServer, startLlmServer } from '../../../testing/llmServer';
import type { LlmConfig } from '../llmConfig';
import { answerSchema } from './answerSchema';
import { askWithRetry } from './askWithRetry';
import { geminiProvider } from './gemini';
import { openAiProvider } from './openAi';
import { LlmFault, type Provider } from './provider';
import { requestBody } from './requestBody';

const key = 'key-of-the-tests-0123456789';
const prompt = { system: 'Write.', user: '<facts>\n{}\n</facts>' };
let server: LlmServer;
let other: LlmServer;
beforeEach(async () => {
  [server, other] = await Promise.all([startLlmServer(), startLlmServer()]);
});
afterEach(() => Promise.all([server.close(), other.close()]));

const ask = (provider: Provider, timeoutMs = 2_000): ReturnType<typeof askWithRetry> =>
  askWithRetry(provider, prompt, { timeoutMs, withinMs: 5_000, pauseMs: 10, beforeCall: () => undefined });
const faultOf = async (asked: Promise<unknown>): Promise<LlmFault> => {
  const fault = await asked.then(
    () => undefined,
    (error: unknown) => error
  );
  expect(fault).toBeInstanceOf(LlmFault);
  return fault as LlmFault;
};

describe.each([
  ['gemini', () => geminiProvider({ url: server.url, key, model: 'model-1' })],
  ['openai', () => openAiProvider({ url: server.url, key, model: 'model-1' })],
])('%s over HTTP', (name, provider) => {
  it('asks with schema and low temperature, and reads text and tokens', async () => {
    server.replies([{ writes: '{"a":1}' }]);
    expect(await ask(provider())).toEqual({ text: '{"a":1}', tokens: 420 });
    const [{ path, body, headers }] = server.requests as [(typeof server.requests)[0]];
    if (name === 'gemini') {
      expect(path).toBe('/v1beta/models/model-1:generateContent');
      expect(headers['x-goog-api-key']).toBe(key);
      expect(body.generationConfig).toMatchObject({ temperature: 0.2, responseMimeType: 'application/json', responseJsonSchema: answerSchema }); // prettier-ignore
    } else {
      expect(path).toBe('/chat/completions');
      expect(headers.authorization).toBe(`Bearer ${key}`);
      expect(body).toMatchObject({ model: 'model-1', temperature: 0.2, response_format: { json_schema: { schema: answerSchema } } }); // prettier-ignore
    }
    // What people are shown of a request is the request.
    expect(requestBody({ provider: name as LlmConfig['provider'], model: 'model-1' }, prompt)).toEqual(body);
    // The key goes into a header, never into an address that proxies log.
    expect(path + JSON.stringify(body)).not.toContain(key);
  });

  it('asks once more after a 429, not before the endpoint wants to', async () => {
    server.replies([
      name === 'gemini'
        ? { status: 429, raw: '{"error":{"code":429,"details":[{"retryDelay":"0.3s"}]}}' }
        : { status: 429, headers: { 'retry-after': '1' } },
      { writes: 'late' },
    ]);
    const started = performance.now();
    expect((await ask(provider())).text).toBe('late');
    expect(performance.now() - started).toBeGreaterThanOrEqual(name === 'gemini' ? 300 : 1_000);
    expect(server.requests).toHaveLength(2);
  });

  it('gives up where it would have to wait longer than anybody does', async () => {
    server.replies([
      name === 'gemini'
        ? { status: 429, raw: '{"error":{"code":429,"details":[{"retryDelay":"60s"}]}}' }
        : { status: 429, headers: { 'retry-after': '60' } },
    ]);
    expect((await faultOf(ask(provider()))).kind).toBe('rate_limited');
    expect(server.requests).toHaveLength(1);
  });

  it('tries twice where nothing comes in time', async () => {
    server.replies([{ hangs: true }]);
    expect((await faultOf(ask(provider(), 200))).kind).toBe('timeout');
    expect(server.requests).toHaveLength(2);
  });

  it.each([
    [500, 'unreachable', 2],
    [401, 'refused', 1],
    [400, 'refused', 1],
  ])('takes %d for %s, after %d requests', async (status, kind, requests) => {
    server.replies([{ status, raw: `{"error":{"message":"bad key ${key}"}}` }]);
    const fault = await faultOf(ask(provider()));
    expect(fault.kind).toBe(kind);
    expect(server.requests).toHaveLength(requests);
    // What the endpoint says may repeat the key.
    expect(fault.message + String(fault.stack) + JSON.stringify(fault)).not.toContain(key);
  });

  it('says so where nothing listens', async () => {
    await server.close();
    expect((await faultOf(ask(provider()))).kind).toBe('unreachable');
    server = await startLlmServer();
  });
});

describe('openai', () => {
  const provider = (): Provider => openAiProvider({ url: server.url, key, model: 'model-1' });

  it('takes the key nowhere else', async () => {
    other.replies([{ writes: 'stolen' }]);
    server.replies([{ status: 307, headers: { location: `${other.url}/chat/completions` } }]);
    expect((await faultOf(ask(provider()))).kind).toBe('unreachable');
    expect(other.requests).toHaveLength(0);
  });

  it.each([
    ['a page', '<html>'],
    ['no choice', '{"choices":[]}'],
    ['a body without end', `{"choices":["${'x'.repeat(300_000)}"]}`],
  ])('refuses %s', async (_, raw) => {
    server.replies([{ raw }]);
    expect((await faultOf(ask(provider()))).kind).toBe('refused');
  });
});
