import { join } from 'node:path';
import { cacheFolder } from '../../elasticsearch/cacheFolder';
import { distribution } from '../../elasticsearch/distribution';
import { type Check, fail, ok } from '../check';

/** Maven, which fetches the embedded Elasticsearch once. */
export const checkMaven: Check = async ({ run, exists, env }) => {
  if (env.ELASTICSEARCH_URL) {
    return [ok('Maven', 'not needed, ELASTICSEARCH_URL is set')];
  }
  const home = join(cacheFolder(env), `elasticsearch-${distribution.version}`);
  if (exists(join(home, 'bin', 'elasticsearch'))) {
    return [ok('Maven', `not needed any more: Elasticsearch ${distribution.version} is in ${home}`)];
  }
  const result = await run('mvn', ['-v'], { timeoutMs: 20_000 });
  const version = /Apache Maven (\S+)/.exec(result.stdout)?.[1];
  if (result.code !== 0 || !version) {
    return [fail('Maven', 'none found', 'Install it (Debian: apt install maven), or set ELASTICSEARCH_URL.')];
  }
  return [ok('Maven', version)];
};
