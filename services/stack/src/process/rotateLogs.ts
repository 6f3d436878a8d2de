import { existsSync, readdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';

const previous = '.previous.log';

/** Sets the logs of the last start aside, so that a log tells of one start only. One generation is kept. */
export function rotateLogs(folder: string): void {
  if (!existsSync(folder)) {
    return;
  }
  for (const name of readdirSync(folder)) {
    if (name.endsWith('.log') && !name.endsWith(previous)) {
      renameSync(join(folder, name), join(folder, name.replace(/\.log$/, previous)));
    }
  }
}
