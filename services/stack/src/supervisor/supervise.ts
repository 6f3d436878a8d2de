import { setTimeout as delay } from 'node:timers/promises';
import type { Exit } from '../process/waitForExit';
import type { RunningService } from './startService';

export interface SuperviseOptions<Service extends RunningService> {
  name: string;
  start: () => Promise<Service>;
  /** How often a service that ended by itself is started again before it is given up. */
  restarts: number;
  /** Pause before the first restart; doubled each time. */
  pauseMs?: number;
  onStarted?: (service: Service) => void;
  onEnded?: (exit: Exit, service: Service) => void;
  onGivenUp?: (reason: string) => void;
}

export interface Supervised<Service extends RunningService> {
  current(): Service;
  stop(): Promise<void>;
}

/** Starts a service and keeps it up: one that ends by itself is reported and started again, a few times. */
export async function supervise<Service extends RunningService>(
  options: SuperviseOptions<Service>
): Promise<Supervised<Service>> {
  let stopping = false;
  let service = await options.start();
  options.onStarted?.(service);
  const keeping = keepUp();

  async function keepUp(): Promise<void> {
    let pause = options.pauseMs ?? 1_000;
    for (let left = options.restarts; ; left--) {
      const exit = await service.exited;
      if (stopping) {
        return;
      }
      options.onEnded?.(exit, service);
      if (left === 0) {
        options.onGivenUp?.(`it ended ${options.restarts + 1} times`);
        return;
      }
      await delay(pause);
      pause *= 2;
      if (stopping) {
        return;
      }
      try {
        service = await options.start();
      } catch (error) {
        options.onGivenUp?.(error instanceof Error ? error.message : String(error));
        return;
      }
      options.onStarted?.(service);
      if (stopping) {
        await service.stop();
        return;
      }
    }
  }

  return {
    current: () => service,
    stop: async () => {
      stopping = true;
      await service.stop();
      await keeping;
    },
  };
}
