import { isInteractive, overwriteLine, paint, say } from '../terminal';

export type Update = (detail: string) => void;

/**
 * Runs one step of the start and shows it: on a terminal one line that counts the seconds, elsewhere a plain line when
 * the detail changes. `work` returns what to show at the end.
 */
export async function step<Result>(
  title: string,
  work: (update: Update) => Promise<Result>,
  outcome: (result: Result) => string
): Promise<Result> {
  const began = Date.now();
  const seconds = (): string => `${Math.round((Date.now() - began) / 1000)} s`;
  let detail = '';
  const draw = (): void => overwriteLine(`${paint('cyan', '…')} ${title}${detail ? `: ${detail}` : ''} (${seconds()})`);
  const timer = setInterval(draw, 500);
  draw();
  try {
    const result = await work((next) => {
      if (next !== detail && !isInteractive) {
        say(`… ${title}: ${next}`);
      }
      detail = next;
      draw();
    });
    overwriteLine('');
    say(`${paint('green', '✓')} ${title}: ${outcome(result)} (${seconds()})`);
    return result;
  } catch (error) {
    overwriteLine('');
    throw error;
  } finally {
    clearInterval(timer);
  }
}
