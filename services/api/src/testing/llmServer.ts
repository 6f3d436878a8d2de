import { type IncomingHttpHeaders, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

export interface LlmRequest {
  path: string;
  headers: IncomingHttpHeaders;
  body: Record<string, unknown>;
  /** All that the model was told, whatever the API's shape. */
  told: string;
}

/** What the model behind the server does with a request. */
export interface LlmReply {
  /** What it writes; the server wraps it as the API does. */
  writes?: string;
  status?: number;
  headers?: Record<string, string>;
  /** The whole body, as it is. */
  raw?: string;
  /** Takes the request and never answers. */
  hangs?: boolean;
}

export interface LlmServer {
  url: string;
  requests: LlmRequest[];
  /** From now on; a list is used up one by one, and its last stays. */
  replies(next: LlmReply[] | ((request: LlmRequest) => LlmReply)): void;
  close(): Promise<void>;
}

const usage = 420;

const geminiShape = (writes: string): object => ({
  candidates: [{ content: { role: 'model', parts: [{ text: writes }] }, finishReason: 'STOP' }],
  usageMetadata: { promptTokenCount: usage - 20, candidatesTokenCount: 20, totalTokenCount: usage },
});
const openAiShape = (writes: string): object => ({
  id: 'c-1',
  object: 'chat.completion',
  choices: [{ index: 0, message: { role: 'assistant', content: writes }, finish_reason: 'stop' }],
  usage: { prompt_tokens: usage - 20, completion_tokens: 20, total_tokens: usage },
});

/** An endpoint on loopback that speaks Gemini's and OpenAI's API, each at its own paths. */
export async function startLlmServer(): Promise<LlmServer> {
  const requests: LlmRequest[] = [];
  let reply: (request: LlmRequest) => LlmReply = () => ({ status: 500 });
  const server = createServer((incoming, outgoing) => {
    void text(incoming).then((body) => {
      const request = { path: incoming.url!, headers: incoming.headers, body: JSON.parse(body), told: body };
      requests.push(request);
      const { writes, status = 200, headers, raw, hangs } = reply(request);
      if (!hangs) {
        const shape = incoming.url!.includes(':generateContent') ? geminiShape : openAiShape;
        outgoing.writeHead(status, { 'content-type': 'application/json', ...headers });
        outgoing.end(raw ?? JSON.stringify(status === 200 ? shape(writes ?? '') : { error: { code: status } }));
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    replies: (next) => {
      if (typeof next === 'function') {
        reply = next;
        return;
      }
      const left = [...next];
      reply = () => (left.length > 1 ? left.shift()! : left[0]!);
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
