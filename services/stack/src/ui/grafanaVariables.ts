import { appDist } from './appDist';
import { grafanaAdminPassword } from './grafanaAdminPassword';
import { type GrafanaSettings, grafanaEnvironment } from './grafanaEnvironment';
import { notificationVariables } from './notificationVariables';
import { pluginIdsUnder } from './pluginIds';
import { type UiInput, uiEnvironment } from './uiEnvironment';

/** All that a Grafana of ours is started with: what provisioning names, and Grafana's own settings for these folders. */
export function grafanaVariables(input: UiInput, folders: GrafanaSettings['folders']): Record<string, string> {
  return {
    ...notificationVariables(),
    ...uiEnvironment(input),
    ...grafanaEnvironment({
      host: input.host,
      port: input.port,
      adminPassword: grafanaAdminPassword(input.paths),
      folders,
      pluginIds: pluginIdsUnder(appDist(input.paths.root)),
    }),
  };
}
