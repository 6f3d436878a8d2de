import { createFullWorker, type FullPort } from './createFullWorker';
import type { FullCalls, Reply } from './messages';

type Answer<Name extends keyof FullCalls> = Promise<ReturnType<FullCalls[Name]>>;

interface Waiting {
  resolve: (result: unknown) => void;
  reject: (error: Error) => void;
}

/** The worker's functions, as promises. */
export class FullClient {
  private readonly waiting = new Map<number, Waiting>();
  private last = 0;
  private drawing?: Promise<unknown>;
  private nextDraw?: { run: () => void; drop: () => void };

  constructor(private readonly port: FullPort = createFullWorker()) {
    port.addEventListener('message', (event) => this.settle((event as MessageEvent<Reply>).data));
    port.addEventListener('error', () => this.fail('The worker that draws customers ended.'));
  }

  call<Name extends keyof FullCalls>(
    name: Name,
    args: Parameters<FullCalls[Name]>,
    transfer: Transferable[] = []
  ): Answer<Name> {
    this.last += 1;
    const id = this.last;
    const answer = new Promise<unknown>((resolve, reject) => this.waiting.set(id, { resolve, reject }));
    this.port.postMessage({ id, name, args }, transfer);
    return answer as Answer<Name>;
  }

  /**
   * Draws; while one drawing is under way only the latest of further ones waits, so that a moving view shows where it is
   * and not where it was. Resolves to undefined where a later one took its place.
   */
  draw(request: Parameters<FullCalls['draw']>[0]): Promise<ReturnType<FullCalls['draw']> | undefined> {
    this.nextDraw?.drop();
    return new Promise((resolve, reject) => {
      const run = (): void => {
        this.nextDraw = undefined;
        const drawing = this.call('draw', [request]);
        this.drawing = drawing
          .catch(() => undefined)
          .then(() => {
            this.drawing = undefined;
            this.nextDraw?.run();
          });
        drawing.then(resolve, reject);
      };
      if (this.drawing) {
        this.nextDraw = { run, drop: () => resolve(undefined) };
      } else {
        run();
      }
    });
  }

  /** Frees everything that the worker holds. */
  close(): void {
    this.port.terminate();
    this.nextDraw?.drop();
    this.nextDraw = undefined;
    this.waiting.clear();
  }

  private settle(reply: Reply): void {
    const waiting = this.waiting.get(reply.id);
    this.waiting.delete(reply.id);
    if ('error' in reply) {
      waiting?.reject(new Error(reply.error));
    } else {
      waiting?.resolve(reply.result);
    }
  }

  private fail(message: string): void {
    for (const { reject } of this.waiting.values()) {
      reject(new Error(message));
    }
    this.waiting.clear();
  }
}
