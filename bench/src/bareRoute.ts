import type { AddressInfo } from 'node:net';
import { inferenceBodyBytes } from '@spendscope/contracts';
import fastify from 'fastify';

/** The limit of a hot path: a Fastify route that answers the same bytes and does nothing else. */
export async function startBareRoute(body: object): Promise<{ url: string; stop(): Promise<void> }> {
  const app = fastify({ logger: false });
  const answer = (_request: unknown, reply: { send(body: object): unknown }): void => void reply.send(body);
  app.get('/v1/decisions/:userId', answer);
  // Reads the body as JSON, as who has to know what is in it must.
  app.post('/v2/models/:name/infer', { bodyLimit: inferenceBodyBytes }, answer);
  await app.listen({ host: '127.0.0.1', port: 0 });
  return {
    url: `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`,
    stop: () => app.close(),
  };
}
