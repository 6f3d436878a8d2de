import { existsSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { appId } from '@spendscope/contracts';
import type { StackPaths } from '../paths';
import type { ServiceSpec } from '../supervisor/startService';
import { appDist } from './appDist';
import type { GrafanaProgram } from './grafanaProgram';
import { grafanaVariables } from './grafanaVariables';
import type { UiInput } from './uiEnvironment';
import { uiService } from './uiService';

/** An installed Grafana with our provisioning, our plugin, and a database of its own in the state folder. */
export function localGrafanaService(program: GrafanaProgram, input: UiInput): ServiceSpec {
  return {
    ...uiService(input, 'grafana'),
    command: program.command,
    args: program.args,
    env: { ...localGrafana(input), PATH: process.env.PATH, HOME: input.paths.state },
  };
}

/** Grafana reads plugins from folders named by id; ours is built elsewhere and linked there. */
function localGrafana(input: UiInput): Record<string, string> {
  const home = join(input.paths.state, 'grafana');
  const plugins = join(home, 'plugins');
  mkdirSync(plugins, { recursive: true, mode: 0o700 });
  linkPlugin(input.paths, plugins);
  return grafanaVariables(input, {
    data: join(home, 'data'),
    logs: join(home, 'logs'),
    plugins,
    provisioning: input.provisioningDir,
  });
}

function linkPlugin(paths: StackPaths, plugins: string): void {
  const link = join(plugins, appId);
  rmSync(link, { force: true });
  if (existsSync(appDist(paths.root))) {
    symlinkSync(appDist(paths.root), link);
  }
}
