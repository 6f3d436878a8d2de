import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { Order } from './client';
import type { OpenLoopResult } from './openLoop';
import type { Step } from './stepLoad';

type Answer<Kind> = Kind extends 'step' ? Step : Kind extends 'open' ? OpenLoopResult : number;

export interface LoadClient {
  ask<Kind extends Order['kind']>(order: Extract<Order, { kind: Kind }>): Promise<Answer<Kind>>;
  stop(): void;
}

/** Starts the client's process; `signal` ends it, and what is asked of it then fails with the signal's reason. */
export function startLoadClient(signal: AbortSignal): LoadClient {
  const child = fork(path.join(import.meta.dirname, 'client.ts'), { execArgv: ['--import', 'tsx'] });
  const stop = (): void => void child.kill('SIGKILL');
  signal.addEventListener('abort', stop, { once: true });
  return {
    ask: async (order) => {
      signal.throwIfAborted();
      child.send(order);
      const waiting = new AbortController();
      const ended = once(child, 'exit', waiting).then(() => [{ error: 'The client of the load test ended.' }]);
      const [answer] = (await Promise.race([once(child, 'message', waiting), ended])) as [
        { result?: never; error?: string },
      ];
      ended.catch(() => undefined);
      waiting.abort();
      signal.throwIfAborted();
      if (answer.error !== undefined) {
        throw new Error(answer.error);
      }
      return answer.result!;
    },
    stop,
  };
}
