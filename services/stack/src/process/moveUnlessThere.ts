import { existsSync, renameSync } from 'node:fs';

/** Moves a folder into place; where another start was faster, its own is as good. */
export function moveUnlessThere(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if (!existsSync(to)) {
      throw error;
    }
  }
}
