import { lastLines } from '../process/logTail';
import type { Exit } from '../process/waitForExit';
import { type KnownProcess, describeProcess } from '../state/stackState';
import type { RunningService } from '../supervisor/startService';
import { complain, paint } from '../terminal';

/** What one `npm start` has started, in order; at the end it is stopped in the opposite order. */
export interface Session {
  /** Aborted when the user wants to end. */
  signal: AbortSignal;
  onStop(name: string, stop: () => Promise<void>): void;
  /** Callbacks for `supervise`: keep the list of processes and tell the user when one ends by itself. */
  watch(name: string): {
    onStarted: (service: RunningService) => void;
    onEnded: (exit: Exit, service: RunningService) => void;
    onGivenUp: (reason: string) => void;
  };
  /** Says that a container of ours runs. */
  noteDocker(): void;
  state(): { parts: KnownProcess[]; docker: boolean };
  stopAll(onEach: (name: string) => void): Promise<void>;
}

export function createSession(signal: AbortSignal, onChange: () => void): Session {
  const stops: { name: string; stop: () => Promise<void> }[] = [];
  const processes = new Map<string, KnownProcess>();
  let docker = false;
  return {
    signal,
    onStop: (name, stop) => stops.push({ name, stop }),
    noteDocker: () => {
      docker = true;
      onChange();
    },
    state: () => ({ parts: [...processes.values()], docker }),
    watch: (name) => ({
      onStarted: ({ pid }) => {
        const known = describeProcess(name, pid);
        if (processes.has(name)) {
          complain(`${paint('green', '✓')} ${name} runs again.`);
        }
        if (known) {
          processes.set(name, known);
          onChange();
        }
      },
      onEnded: (exit, { logFile }) => {
        const how = exit.signal ? `by ${exit.signal}` : `with exit code ${exit.code}`;
        complain(
          `${paint('yellow', '!')} ${name} ended ${how}; its last lines (${logFile}):\n    ${lastLines(logFile, 3)}`
        );
      },
      onGivenUp: (reason) => {
        processes.delete(name);
        onChange();
        complain(`${paint('red', '✗')} ${name} stays down: ${reason}. The rest goes on; stop with Ctrl-C.`);
      },
    }),
    stopAll: async (onEach) => {
      for (const { name, stop } of stops.reverse()) {
        onEach(name);
        try {
          await stop();
        } catch (error) {
          complain(`${name} could not be stopped: ${(error as Error).message}`);
        }
      }
      stops.length = 0;
    },
  };
}
