import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { sourceFolder } from '../../sourceFolder';
import type { PackedModels } from './packFitted';
import type { Block } from './scoreBlock';

/** Blocks that wait for a thread, so that it has the next one when it is done: who gives it work may be busy itself. */
const mostWaiting = 2;

interface Waiting {
  resolve: (scores: Float32Array[]) => void;
  reject: (error: Error) => void;
}

type Message = { ready: true } | { id: number; scores: Float32Array[] } | { id: number; error: string };

/** The fitted detectors on a thread of their own. Its scores are those of this thread, bit for bit. */
export class ScoringThread {
  private readonly worker: Worker;
  private readonly waiting = new Map<number, Waiting>();
  private isReady = false;
  private failure?: Error;
  private sent = 0;

  constructor(models: PackedModels) {
    const program = join(sourceFolder, 'analyze', 'detect', 'scoringWorker.mjs');
    this.worker = new Worker(program, { workerData: models, execArgv: [] });
    this.worker.on('message', (message: Message) => this.take(message));
    this.worker.on('error', (error: Error) => this.fail(error));
    this.worker.on('exit', () => this.fail(new Error('A thread that scores transactions ended by itself.')));
  }

  /** It started, and has little to do. @throws Error where it failed */
  get isFree(): boolean {
    if (this.failure) {
      throw this.failure;
    }
    return this.isReady && this.waiting.size < mostWaiting;
  }

  /** How many blocks it was given. */
  get blocks(): number {
    return this.sent;
  }

  /** Raw scores by each model. The block's values are gone afterwards: they are handed over, not copied. */
  score(block: Block): Promise<Float32Array[]> {
    const id = this.sent++;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      this.worker.postMessage({ id, block }, [block.values.buffer as ArrayBuffer]);
    });
  }

  async close(): Promise<void> {
    this.worker.removeAllListeners('exit');
    await this.worker.terminate();
  }

  private take(message: Message): void {
    if ('ready' in message) {
      this.isReady = true;
      return;
    }
    const { resolve, reject } = this.waiting.get(message.id)!;
    this.waiting.delete(message.id);
    if ('error' in message) {
      reject(new Error(message.error));
    } else {
      resolve(message.scores);
    }
  }

  private fail(error: Error): void {
    this.failure ??= error;
    this.waiting.forEach(({ reject }) => reject(error));
    this.waiting.clear();
  }
}
