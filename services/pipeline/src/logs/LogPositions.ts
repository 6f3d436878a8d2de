import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeAtOnce } from '../files/writeAtOnce';
import type { StateFolder } from '../stateFolder';
import { UserError } from '../userError';
import type { LogPosition } from './LogTail';

/** How far each log was read, in the state folder. */
export class LogPositions {
  private readonly path: string;
  private readonly known: Record<string, LogPosition>;

  /** @throws UserError where the file is no JSON: beginning anew would only read again, and that has to be decided */
  constructor(folder: StateFolder) {
    this.path = join(folder.root, 'logs.json');
    try {
      this.known = existsSync(this.path)
        ? (JSON.parse(readFileSync(this.path, 'utf8')) as Record<string, LogPosition>)
        : {};
    } catch (cause) {
      throw new UserError(
        `${this.path} is damaged, so it is not known how far logs were read.`,
        'Restore it, or remove it: logs are then read from their beginnings, which doubles nothing.',
        { cause }
      );
    }
  }

  of(log: string): LogPosition | undefined {
    return this.known[log];
  }

  /** Kept together: a kill in between leaves the earlier ones, and what was read since is read again. */
  keep(positions: ReadonlyMap<string, LogPosition>): void {
    Object.assign(this.known, Object.fromEntries(positions));
    writeAtOnce(this.path, JSON.stringify(this.known, null, 2));
  }
}
