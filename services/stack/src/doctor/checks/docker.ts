import { dockerEngine, hasCompose } from '../../docker/docker';
import { type Check, ok, warn } from '../check';

/** Docker, which is one of three places to take Elasticsearch and Grafana from. */
export const checkDocker: Check = async ({ run }) => {
  const version = await dockerEngine(run);
  if (!version) {
    return [ok('Docker', 'no engine answers; not needed, the embedded Elasticsearch is used')];
  }
  if (!(await hasCompose(run))) {
    return [
      warn('Docker', `${version}, without the compose plugin`, 'Install docker-compose-plugin, or go on without it.'),
    ];
  }
  return [ok('Docker', `engine ${version} with compose`)];
};
