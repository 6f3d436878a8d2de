import { dockerEngine, hasCompose } from '../../docker/docker';
import { type Check, ok, warn } from '../check';

/** Docker, which is one of three places to take Elasticsearch and Grafana from. */
export const checkDocker: Check = async ({ run, env }) => {
  const version = await dockerEngine(run);
  if (!version) {
    const used = env.ELASTICSEARCH_URL ? 'the one at ELASTICSEARCH_URL' : 'the embedded Elasticsearch';
    return [ok('Docker', `no engine answers; not needed, ${used} is used`)];
  }
  if (!(await hasCompose(run))) {
    return [
      warn('Docker', `${version}, without the compose plugin`, 'Install docker-compose-plugin, or go on without it.'),
    ];
  }
  return [ok('Docker', `engine ${version} with compose`)];
};
