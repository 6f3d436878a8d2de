/** What the client needs of a worker. */
export type FullPort = Pick<Worker, 'postMessage' | 'addEventListener' | 'terminate'>;

/** The worker's file lies beside the panel's module; the bundler finds it by this very form. */
export function createFullWorker(): FullPort {
  return new Worker(new URL('./fullWorker.ts', import.meta.url));
}
