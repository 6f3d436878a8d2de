import { cacheFolder } from '../../elasticsearch/cacheFolder';
import { type Check, type CheckResult, fail, ok, warn } from '../check';

const gigabyte = 1024 ** 3;

/** Room for data and for the unpacked Elasticsearch; below 1 GB the server refuses new shards. */
export const checkDisk: Check = async ({ paths, freeBytes, env }) => {
  const places: [string, string, string][] = [
    ['Disk (data)', paths.state, 'SPENDSCOPE_STATE_DIR'],
    ['Disk (cache)', cacheFolder(env), 'XDG_CACHE_HOME'],
  ];
  return places.map(([what, path, variable]): CheckResult => {
    const free = freeBytes(path);
    const saw = `${(free / gigabyte).toFixed(1)} GB free for ${path}`;
    if (free < 1.5 * gigabyte) {
      return fail(what, saw, `Free at least 3 GB, or set ${variable} to a folder on another disk.`);
    }
    return free < 3 * gigabyte
      ? warn(what, saw, 'Free at least 3 GB before loading more than the demo.')
      : ok(what, saw);
  });
};
