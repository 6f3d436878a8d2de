import { existsSync, renameSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Moves a folder into place; where another start was faster, its own is as good.
 *
 * @param proof a path in the folder that only a whole one has
 */
export function moveUnlessThere(from: string, to: string, proof: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if (!existsSync(join(to, proof))) {
      throw error;
    }
  }
}
