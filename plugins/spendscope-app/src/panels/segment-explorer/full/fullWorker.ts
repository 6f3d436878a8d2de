import { answerCall, transferOf } from './answerCall';
import { FullEngine } from './engine/FullEngine';
import type { Call } from './messages';

const engine = new FullEngine();

/** What was drawn reaches the screen first: on a machine of two cores this would hold it up, ms. */
const settleAfterMs = 250;
const betweenPartsMs = 20;
let settling = false;

function settle(): void {
  settling = engine.settle();
  if (settling) {
    setTimeout(settle, betweenPartsMs);
  }
}

self.addEventListener('message', ({ data }: MessageEvent<Call>) => {
  const reply = answerCall(engine, data);
  self.postMessage(reply, { transfer: transferOf(reply) });
  if (!settling) {
    settling = true;
    setTimeout(settle, settleAfterMs);
  }
});
