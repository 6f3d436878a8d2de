import { dockerEngine } from '../docker/docker';
import type { ElasticsearchAccess } from '../elasticsearch/access';
import type { ServiceSpec } from '../supervisor/startService';
import { dockerGrafanaService, grafanaImage } from './dockerGrafana';
import { findGrafana } from './grafanaProgram';
import { localGrafanaService } from './localGrafana';
import { previewService } from './previewService';
import type { UiInput } from './uiEnvironment';

/** Where people look at Spendscope, and how it is started; a given Grafana is started by its owner. */
export interface UiPlan {
  kind: 'given' | 'grafana' | 'docker' | 'preview';
  title: string;
  url: string;
  /** Root URL that signs identity tokens. */
  issuer: string;
  /** Missing where nothing has to be started. */
  service?: (input: UiInput) => ServiceSpec;
}

/** Chooses the UI: GRAFANA_URL, an installed Grafana, one in Docker, or the preview host. */
export async function planUi(
  env: NodeJS.ProcessEnv,
  address: string,
  elasticsearch: ElasticsearchAccess['kind']
): Promise<UiPlan> {
  if (env.GRAFANA_URL) {
    const url = env.GRAFANA_URL.replace(/\/*$/, '/');
    return { kind: 'given', title: `Grafana at ${url}`, url, issuer: url };
  }
  const program = await findGrafana(env);
  if (program) {
    const service = (input: UiInput): ServiceSpec => localGrafanaService(program, input);
    return { kind: 'grafana', title: `Grafana ${program.version}`, url: address, issuer: address, service };
  }
  // Only beside Elasticsearch in Docker: somebody who points at a server of his own wants no images pulled.
  if (elasticsearch === 'docker' && (await dockerEngine())) {
    return {
      kind: 'docker',
      title: `${grafanaImage} in Docker`,
      url: address,
      issuer: address,
      service: dockerGrafanaService,
    };
  }
  return { kind: 'preview', title: 'the preview host', url: address, issuer: address, service: previewService };
}
