import autocannon from 'autocannon';
import { Pool } from 'undici';
import { type OpenLoopResult, openLoop } from './openLoop';
import type { Step } from './stepLoad';
import { type LoadContext, type LoadTarget, loadTargets } from './targets';

/**
 * The client, in a process of its own: it must not share its event loop with the server that it measures.
 * Takes one order at a time by IPC and answers with its result.
 */
export type Order = { target: string; context: LoadContext; seconds: number } & (
  { kind: 'step'; connections: number } | { kind: 'ceiling' } | { kind: 'open'; rate: number }
);

let number = 0;

async function step(target: LoadTarget, context: LoadContext, connections: number, seconds: number): Promise<Step> {
  let accepted = 0;
  const result = await autocannon({
    url: context.url,
    connections,
    duration: seconds,
    requests: [
      {
        setupRequest: (given) => ({ ...given, ...target.request(context, number++) }),
        onResponse: (status) => {
          accepted += status === target.accepted ? 1 : 0;
        },
      },
    ],
  });
  const answers = result.requests.total;
  return {
    connections,
    perSecond: accepted / result.duration,
    p50: result.latency.p50,
    p99: result.latency.p99,
    failed: answers - accepted + result.errors + result.timeouts,
  };
}

/** Few sockets, kept: what waits for one waits as it would for the server, and counts. */
const sockets = 32;

async function withSender<T>(
  target: LoadTarget,
  context: LoadContext,
  work: (send: () => Promise<boolean>) => Promise<T>
): Promise<T> {
  const pool = new Pool(context.url, { connections: sockets, pipelining: 1 });
  const send = async (): Promise<boolean> => {
    const { method, path, headers, body } = target.request(context, number++);
    const answer = await pool.request({ method, path, headers, body });
    await answer.body.dump();
    return answer.statusCode === target.accepted;
  };
  try {
    // Sockets are opened before anything counts: that takes long on some machines, and is no latency of a route.
    await Promise.all(Array.from({ length: sockets }, send));
    return await work(send);
  } finally {
    await pool.destroy();
  }
}

/** What this client can send a second at all: beyond it an open loop would measure the client. */
const ceiling = (target: LoadTarget, context: LoadContext, seconds: number): Promise<number> =>
  withSender(target, context, async (send) => {
    let answered = 0;
    const until = performance.now() + seconds * 1_000;
    const one = async (): Promise<void> => {
      while (performance.now() < until) {
        answered += (await send()) ? 1 : 0;
      }
    };
    await Promise.all(Array.from({ length: sockets }, one));
    return answered / seconds;
  });

// Ctrl-C reaches the whole group: who started this process ends it.
process.on('SIGINT', () => {});
process.on('disconnect', () => process.exit());
process.on('message', (order: Order) => {
  const target = loadTargets.find(({ name }) => name === order.target)!;
  const { context, seconds } = order;
  const work: Promise<Step | OpenLoopResult | number> =
    order.kind === 'step'
      ? step(target, context, order.connections, seconds)
      : order.kind === 'ceiling'
        ? ceiling(target, context, seconds)
        : withSender(target, context, (send) => openLoop(send, { rate: order.rate, seconds }));
  work.then(
    (result) => process.send!({ result }),
    (error: Error) => process.send!({ error: error.message })
  );
});
