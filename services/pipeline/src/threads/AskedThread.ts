import { type Transferable, Worker, type WorkerOptions } from 'node:worker_threads';

interface Waiting {
  resolve: (result: never) => void;
  reject: (error: Error) => void;
}

type Answer = { id: number } & ({ result: never } | { error: string });

/**
 * A thread that answers what it is asked. It takes messages of the form `{ id, ...question }` and answers each, in any
 * order, with `{ id, result }` or `{ id, error }`. Nobody waits for ever: where it fails or ends, all that is open is refused.
 */
export class AskedThread {
  private readonly worker: Worker;
  private readonly open = new Map<number, Waiting>();
  private sent = 0;
  private lost?: Error;

  /** @param program a file of plain JavaScript: a thread starts without the compiler of its parent */
  constructor(program: string, options: WorkerOptions = {}) {
    this.worker = new Worker(program, { execArgv: [], ...options });
    this.worker.on('message', (answer: Answer) => this.take(answer));
    this.worker.on('error', (error: Error) => this.fail(error));
    this.worker.on('exit', () => this.fail(new Error('A thread ended by itself.')));
  }

  /** How many questions are not answered yet. */
  get waiting(): number {
    return this.open.size;
  }

  /** Why it answers no more. */
  get failure(): Error | undefined {
    return this.lost;
  }

  /** @param transfer what is handed over instead of copied, and gone here afterwards */
  ask<Result>(question: object, transfer: readonly Transferable[] = []): Promise<Result> {
    if (this.lost) {
      return Promise.reject(this.lost);
    }
    const id = this.sent++;
    return new Promise((resolve, reject) => {
      this.open.set(id, { resolve, reject });
      this.worker.postMessage({ id, ...question }, transfer);
    });
  }

  async close(): Promise<void> {
    await this.worker.terminate();
  }

  private take(answer: Answer): void {
    const { resolve, reject } = this.open.get(answer.id)!;
    this.open.delete(answer.id);
    if ('error' in answer) {
      reject(new Error(answer.error));
    } else {
      resolve(answer.result);
    }
  }

  private fail(error: Error): void {
    this.lost ??= error;
    this.open.forEach(({ reject }) => reject(error));
    this.open.clear();
  }
}
