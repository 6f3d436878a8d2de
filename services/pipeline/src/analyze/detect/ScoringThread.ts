import { join } from 'node:path';
import { sourceFolder } from '../../sourceFolder';
import { AskedThread } from '../../threads/AskedThread';
import type { PackedModels } from './packFitted';
import type { Block } from './scoreBlock';

/** Blocks that wait for a thread, so that it has the next one when it is done: who gives it work may be busy itself. */
const mostWaiting = 2;

/** The fitted detectors on a thread of their own. Its scores are those of this thread, bit for bit. */
export class ScoringThread {
  private readonly thread: AskedThread;
  private isReady = false;
  private given = 0;

  constructor(models: PackedModels) {
    this.thread = new AskedThread(join(sourceFolder, 'analyze', 'detect', 'scoringWorker.mjs'), { workerData: models });
    // A start that fails is told by the next question.
    void this.thread.ask({}).then(
      () => (this.isReady = true),
      () => undefined
    );
  }

  /** It started, and has little to do. @throws Error where it failed */
  get isFree(): boolean {
    if (this.thread.failure) {
      throw this.thread.failure;
    }
    return this.isReady && this.thread.waiting < mostWaiting;
  }

  /** How many blocks it was given. */
  get blocks(): number {
    return this.given;
  }

  /** Raw scores by each model. The block's values are gone afterwards: they are handed over, not copied. */
  score(block: Block): Promise<Float32Array[]> {
    this.given++;
    return this.thread.ask({ block }, [block.values.buffer as ArrayBuffer]);
  }

  close(): Promise<void> {
    return this.thread.close();
  }
}
