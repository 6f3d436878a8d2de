import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where downloads are kept between clones. Root's is world-readable, because Elasticsearch then runs as another user. */
export function cacheFolder(env: NodeJS.ProcessEnv = process.env, isRoot = process.getuid?.() === 0): string {
  if (isRoot) {
    return '/var/cache/spendscope';
  }
  return join(env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'spendscope');
}
