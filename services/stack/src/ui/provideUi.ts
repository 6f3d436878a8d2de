import { existsSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { appId } from '@spendscope/contracts';
import { dockerEngine } from '../docker/docker';
import type { ElasticsearchAccess } from '../elasticsearch/access';
import type { StackPaths } from '../paths';
import { ensureSecret } from '../state/secrets';
import type { ServiceSpec } from '../supervisor/startService';
import { grafanaEnvironment } from './grafanaEnvironment';
import { findGrafana } from './grafanaProgram';
import { answersOk } from './httpReady';
import { pluginIdsUnder } from './pluginIds';
import { type UiInput, uiEnvironment } from './uiEnvironment';

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

const grafanaImage = 'grafana/grafana:12.3.0';
export const appDist = (root: string): string => join(root, 'plugins', 'spendscope-app', 'dist');

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
    const service = (input: UiInput): ServiceSpec => ({
      ...common(input, 'grafana'),
      command: program.command,
      args: program.args,
      env: { ...localGrafana(input), PATH: process.env.PATH, HOME: input.paths.state },
    });
    return { kind: 'grafana', title: `Grafana ${program.version}`, url: address, issuer: address, service };
  }
  // Only beside Elasticsearch in Docker: somebody who points at a server of his own wants no images pulled.
  if (elasticsearch === 'docker' && (await dockerEngine())) {
    return {
      kind: 'docker',
      title: `${grafanaImage} in Docker`,
      url: address,
      issuer: address,
      service: dockerService,
    };
  }
  return { kind: 'preview', title: 'the preview host', url: address, issuer: address, service: previewService };
}

function common(
  input: UiInput,
  name: string
): Pick<ServiceSpec, 'name' | 'cwd' | 'logFile' | 'ready' | 'readyTimeoutMs'> {
  return {
    name,
    cwd: input.paths.root,
    logFile: join(input.paths.logs, `${name}.log`),
    ready: () => answersOk(`http://127.0.0.1:${input.port}/api/health`),
    readyTimeoutMs: 120_000,
  };
}

function previewService(input: UiInput): ServiceSpec {
  return {
    ...common(input, 'preview'),
    command: process.execPath,
    args: ['--import', 'tsx', 'services/preview/src/server.ts'],
    env: { ...uiEnvironment(input), PATH: process.env.PATH, HOME: process.env.HOME },
  };
}

/** Grafana reads plugins from folders named by id; ours is built elsewhere and linked there. */
function localGrafana(input: UiInput): Record<string, string> {
  const home = join(input.paths.state, 'grafana');
  const plugins = join(home, 'plugins');
  mkdirSync(plugins, { recursive: true, mode: 0o700 });
  const ids = pluginIdsUnder(appDist(input.paths.root));
  linkPlugin(input.paths, plugins);
  return {
    ...uiEnvironment(input),
    ...grafanaEnvironment({
      host: input.host,
      port: input.port,
      adminPassword: grafanaAdminPassword(input.paths),
      folders: {
        data: join(home, 'data'),
        logs: join(home, 'logs'),
        plugins,
        provisioning: join(input.paths.root, 'provisioning'),
      },
      pluginIds: ids,
    }),
  };
}

function linkPlugin(paths: StackPaths, plugins: string): void {
  const link = join(plugins, appId);
  rmSync(link, { force: true });
  if (existsSync(appDist(paths.root))) {
    symlinkSync(appDist(paths.root), link);
  }
}

export function grafanaAdminPassword(paths: StackPaths): string {
  return ensureSecret(paths.state, 'grafana-admin-password');
}

/** The container shares the host's network, so that it listens on loopback only and reaches what listens there. */
function dockerService(input: UiInput): ServiceSpec {
  const { root, state } = input.paths;
  const home = join(state, 'grafana');
  mkdirSync(join(home, 'data'), { recursive: true, mode: 0o700 });
  const variables: Record<string, string> = {
    ...uiEnvironment(input),
    ...grafanaEnvironment({
      host: input.host,
      port: input.port,
      adminPassword: grafanaAdminPassword(input.paths),
      folders: {
        data: '/var/lib/grafana',
        logs: '/var/log/grafana',
        plugins: '/plugins',
        provisioning: '/etc/grafana/provisioning',
      },
      pluginIds: pluginIdsUnder(appDist(root)),
    }),
    SPENDSCOPE_DASHBOARDS_DIR: '/dashboards',
  };
  const mounts = [
    `${appDist(root)}:/plugins/${appId}:ro`,
    `${join(root, 'provisioning')}:/etc/grafana/provisioning:ro`,
    `${join(root, 'dashboards')}:/dashboards:ro`,
    `${join(home, 'data')}:/var/lib/grafana`,
  ];
  return {
    ...common(input, 'grafana'),
    command: 'docker',
    args: [
      ...['run', '--rm', '--network', 'host', '--name', `spendscope-grafana-${input.port}`],
      ...['--user', `${process.getuid?.() ?? 472}:${process.getgid?.() ?? 0}`],
      ...mounts.flatMap((mount) => ['--volume', mount]),
      // By name only: values come from the environment, where other users' process lists do not show them.
      ...Object.keys(variables).flatMap((name) => ['--env', name]),
      grafanaImage,
    ],
    env: { ...variables, PATH: process.env.PATH, HOME: process.env.HOME },
  };
}
