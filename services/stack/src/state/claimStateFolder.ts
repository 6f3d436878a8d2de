import { chmodSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { StackError } from '../stackError';

const mark = 'spendscope-state';

/**
 * Makes the state folder, closed to others, and marks it as ours: `npm run reset` deletes nothing without the mark.
 *
 * @throws StackError where SPENDSCOPE_STATE_DIR names a folder that holds something else
 */
export function claimStateFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (!isOurs(folder) && basename(folder) !== '.spendscope' && readdirSync(folder).length > 0) {
    throw new StackError(
      `${folder} holds other files already.`,
      'Set SPENDSCOPE_STATE_DIR to an empty or a new folder.'
    );
  }
  chmodSync(folder, 0o700);
  writeFileSync(join(folder, mark), 'State of Spendscope: passwords, keys, data and logs. npm run reset deletes it.\n');
}

export function isOurs(folder: string): boolean {
  return existsSync(join(folder, mark));
}
