import { answerCall, transferOf } from './answerCall';
import { FullEngine } from './engine/FullEngine';
import type { Call } from './messages';

const engine = new FullEngine();

self.addEventListener('message', ({ data }: MessageEvent<Call>) => {
  const reply = answerCall(engine, data);
  self.postMessage(reply, { transfer: transferOf(reply) });
  // After whatever the page has asked meanwhile.
  setTimeout(() => engine.settle(), 0);
});
