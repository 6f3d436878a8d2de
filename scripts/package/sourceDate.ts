import { execFileSync } from 'node:child_process';

/**
 * When the source is of, in seconds since 1970: `SOURCE_DATE_EPOCH`, else the time of the last commit. What is packed from
 * the same source carries the same time, whenever it is packed.
 */
export function sourceDate(root: string, environment: NodeJS.ProcessEnv): number {
  const given = environment.SOURCE_DATE_EPOCH;
  const seconds = Number(given ?? lastCommit(root));
  if (!Number.isSafeInteger(seconds) || seconds <= 0) {
    throw new Error(`SOURCE_DATE_EPOCH has to be seconds since 1970, and is ${given ?? 'not set'}.`);
  }
  return seconds;
}

function lastCommit(root: string): string {
  try {
    return execFileSync('git', ['log', '-1', '--format=%ct'], { cwd: root, encoding: 'utf8', stdio: 'pipe' }).trim();
  } catch (error) {
    throw new Error('There is no git history to take the time from: set SOURCE_DATE_EPOCH.', { cause: error });
  }
}
