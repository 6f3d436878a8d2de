import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { appId } from '@spendscope/contracts';
import type { ServiceSpec } from '../supervisor/startService';
import { appDist } from './appDist';
import { grafanaVariables } from './grafanaVariables';
import type { UiInput } from './uiEnvironment';
import { uiService } from './uiService';

export const grafanaImage = 'grafana/grafana:12.3.0';

/** The container shares the host's network, so that it listens on loopback only and reaches what listens there. */
export function dockerGrafanaService(input: UiInput): ServiceSpec {
  const { root, state } = input.paths;
  const home = join(state, 'grafana');
  mkdirSync(join(home, 'data'), { recursive: true, mode: 0o700 });
  const variables: Record<string, string> = {
    ...grafanaVariables(input, {
      data: '/var/lib/grafana',
      logs: '/var/log/grafana',
      plugins: '/plugins',
      provisioning: '/etc/grafana/provisioning',
    }),
    SPENDSCOPE_DASHBOARDS_DIR: '/dashboards',
  };
  const mounts = [
    `${appDist(root)}:/plugins/${appId}:ro`,
    `${input.provisioningDir}:/etc/grafana/provisioning:ro`,
    `${input.dashboardsDir}:/dashboards:ro`,
    `${join(home, 'data')}:/var/lib/grafana`,
  ];
  return {
    ...uiService(input, 'grafana'),
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
