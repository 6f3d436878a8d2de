import { statSync } from 'node:fs';
import { type Jobs, readJobsFile } from './jobsFile';

/**
 * The jobs of a file, read again when the file changes. A file that is wrong at the start is an error; one that goes wrong
 * later leaves the last good one in force, and is told of once.
 */
export async function watchedJobs(file: string, note: (line: string) => void): Promise<() => Promise<Jobs>> {
  let stamp = stampOf(file);
  let held = await readJobsFile(file);
  return async () => {
    const seen = stampOf(file);
    if (seen !== stamp) {
      stamp = seen;
      try {
        held = await readJobsFile(file);
        note(`${file}: version ${held.version}, ${held.jobs.length} jobs`);
      } catch (error) {
        note(`✗ ${(error as Error).message} The jobs of version ${held.version} stay in force.`);
      }
    }
    return held;
  };
}

/** Editors and mounts replace files: what tells one from another is inode, time and size. */
function stampOf(file: string): string {
  const stats = statSync(file, { throwIfNoEntry: false });
  return stats ? `${stats.ino} ${stats.mtimeMs} ${stats.size}` : 'absent';
}
