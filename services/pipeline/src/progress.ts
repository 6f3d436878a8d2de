import { SingleBar } from 'cli-progress';
import { tell } from './terminal';

/** Where a job tells how far it is. */
export interface Progress {
  /** @param total 0 where it is not known */
  update(stage: string, done: number, total: number): void;
  /** A line of its own that stays on screen. */
  note(line: string): void;
  /** Takes the bar away; a later update draws it again. */
  pause(): void;
}

export const silentProgress: Progress = { update: () => {}, note: () => {}, pause: () => {} };

/** A bar where somebody watches, a line every few seconds elsewhere (logs, CI). */
export function createProgress(stream: NodeJS.WriteStream = process.stderr): Progress {
  return stream.isTTY ? barProgress(stream) : lineProgress();
}

function barProgress(stream: NodeJS.WriteStream): Progress {
  let bar: SingleBar | undefined;
  let drawn = '';
  const pause = (): void => {
    bar?.stop();
    bar = undefined;
    drawn = '';
  };
  return {
    update(stage, done, total) {
      if (total <= 0) {
        return;
      }
      if (!bar || drawn !== stage) {
        pause();
        bar = new SingleBar({
          stream,
          format: '{stage} {bar} {percentage} % · {value}/{total}',
          hideCursor: true,
          clearOnComplete: true,
        });
        bar.start(total, 0, { stage });
        drawn = stage;
      }
      bar.setTotal(total);
      bar.update(Math.min(done, total));
    },
    note(line) {
      pause();
      tell(line);
    },
    pause,
  };
}

const lineEvery = 5_000;

function lineProgress(): Progress {
  let last = Date.now();
  return {
    update(stage, done, total) {
      const now = Date.now();
      if (now - last < lineEvery) {
        return;
      }
      last = now;
      tell(total > 0 ? `${stage}: ${done} of ${total} (${Math.floor((100 * done) / total)} %)` : `${stage}: ${done}`);
    },
    note: tell,
    pause: () => {},
  };
}
