import type { Exit } from '../process/waitForExit';
import type { RunningService } from './startService';
import { supervise } from './supervise';

/** A service that tests end by hand. */
function fakeService(pid: number): RunningService & { end: (code: number) => void; stops: number } {
  let end!: (exit: Exit) => void;
  const exited = new Promise<Exit>((resolve) => (end = resolve));
  const service = {
    pid,
    logFile: 'x.log',
    exited,
    stops: 0,
    end: (code: number) => end({ code, signal: null }),
    stop: async () => {
      service.stops++;
      end({ code: 0, signal: null });
    },
  };
  return service;
}

const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 20));

describe('supervise', () => {
  it('starts a service again that ended by itself, and gives it up after the allowed restarts', async () => {
    const services = [fakeService(1), fakeService(2)];
    const started: number[] = [];
    const ended: (number | null)[] = [];
    const givenUp: string[] = [];
    let next = 0;
    const supervised = await supervise({
      name: 'api',
      start: async () => services[next++]!,
      restarts: 1,
      pauseMs: 0,
      onStarted: ({ pid }) => started.push(pid),
      onEnded: ({ code }) => ended.push(code),
      onGivenUp: (reason) => givenUp.push(reason),
    });
    services[0]!.end(7);
    await settle();
    expect(supervised.current().pid).toBe(2);
    services[1]!.end(8);
    await settle();
    expect({ started, ended, givenUp }).toEqual({ started: [1, 2], ended: [7, 8], givenUp: ['it ended 2 times'] });
  });

  it('does not start again what was asked to stop', async () => {
    const service = fakeService(1);
    let starts = 0;
    const ended: unknown[] = [];
    const supervised = await supervise({
      name: 'api',
      start: async () => {
        starts++;
        return service;
      },
      restarts: 3,
      pauseMs: 0,
      onEnded: (exit) => ended.push(exit),
    });
    await supervised.stop();
    await settle();
    expect({ starts, stops: service.stops, ended }).toEqual({ starts: 1, stops: 1, ended: [] });
  });

  it('passes on why the first start failed', async () => {
    const start = async (): Promise<RunningService> => {
      throw new Error('no port');
    };
    await expect(supervise({ name: 'api', start, restarts: 3 })).rejects.toThrow('no port');
  });
});
