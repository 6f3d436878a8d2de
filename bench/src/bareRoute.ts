import type { AddressInfo } from 'node:net';
import fastify from 'fastify';

/** The limit of a decision: a Fastify route that answers the same bytes and does nothing else. */
export async function startBareRoute(body: object): Promise<{ url: string; stop(): Promise<void> }> {
  const app = fastify({ logger: false });
  app.get('/v1/decisions/:userId', (_request, reply) => {
    void reply.send(body);
  });
  await app.listen({ host: '127.0.0.1', port: 0 });
  return {
    url: `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`,
    stop: () => app.close(),
  };
}
