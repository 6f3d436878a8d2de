// A thread that scores blocks of transactions (see threads/AskedThread). It answers a question without a block once it is ready.
import { parentPort, workerData } from 'node:worker_threads';
import { register } from 'tsx/esm/api';

register();
const { scoreBlock, unpackJudges } = await import('./scoreBlock.ts');
const judges = unpackJudges(workerData);

parentPort.on('message', ({ id, block }) => {
  try {
    const result = block ? scoreBlock(judges, block) : [];
    parentPort.postMessage(
      { id, result },
      result.map(({ buffer }) => buffer)
    );
  } catch (error) {
    parentPort.postMessage({ id, error: error instanceof Error ? error.message : String(error) });
  }
});
