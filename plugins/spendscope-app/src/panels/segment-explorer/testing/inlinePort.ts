import { answerCall } from '../full/answerCall';
import type { FullPort } from '../full/createFullWorker';
import { FullEngine } from '../full/engine/FullEngine';
import type { Call } from '../full/messages';

/** The worker's own code without a worker, which jsdom lacks: calls are answered a microtask later, as copies. */
export function inlinePort(seen: Call[] = []): FullPort {
  const engine = new FullEngine();
  const listeners: ((event: MessageEvent) => void)[] = [];
  return {
    postMessage: (call: Call) => {
      seen.push(call);
      queueMicrotask(() => {
        const reply = answerCall(engine, call);
        listeners.forEach((listen) => listen({ data: reply } as MessageEvent));
      });
    },
    addEventListener: (type: string, listen: (event: MessageEvent) => void) => {
      if (type === 'message') {
        listeners.push(listen);
      }
    },
    terminate: () => {
      listeners.length = 0;
    },
  } as unknown as FullPort;
}
