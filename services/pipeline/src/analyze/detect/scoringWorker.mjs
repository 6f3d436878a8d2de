// A thread that scores blocks of transactions. Plain JavaScript, because a thread starts without the compiler of its parent.
import { parentPort, workerData } from 'node:worker_threads';
import { register } from 'tsx/esm/api';

register();
const { scoreBlock, unpackJudges } = await import('./scoreBlock.ts');
const judges = unpackJudges(workerData);

parentPort.on('message', ({ id, block }) => {
  try {
    const scores = scoreBlock(judges, block);
    parentPort.postMessage(
      { id, scores },
      scores.map(({ buffer }) => buffer)
    );
  } catch (error) {
    parentPort.postMessage({ id, error: error instanceof Error ? error.message : String(error) });
  }
});
parentPort.postMessage({ ready: true });
