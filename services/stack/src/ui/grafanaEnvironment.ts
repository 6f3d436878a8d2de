import { uiAddress } from './uiEnvironment';

export interface GrafanaSettings {
  host: string;
  port: number;
  adminPassword: string;
  folders: { data: string; logs: string; plugins: string; provisioning: string };
  /** Our app and the panels nested in it: they are not signed yet. */
  pluginIds: readonly string[];
}

/** Grafana's settings as the variables that override its configuration file. */
export function grafanaEnvironment({
  host,
  port,
  adminPassword,
  folders,
  pluginIds,
}: GrafanaSettings): Record<string, string> {
  return {
    GF_SERVER_HTTP_ADDR: host,
    GF_SERVER_HTTP_PORT: String(port),
    GF_SERVER_ROOT_URL: uiAddress(port),
    GF_SECURITY_ADMIN_USER: 'admin',
    GF_SECURITY_ADMIN_PASSWORD: adminPassword,
    GF_USERS_ALLOW_SIGN_UP: 'false',
    GF_AUTH_ANONYMOUS_ENABLED: 'false',
    GF_PATHS_DATA: folders.data,
    GF_PATHS_LOGS: folders.logs,
    GF_PATHS_PLUGINS: folders.plugins,
    GF_PATHS_PROVISIONING: folders.provisioning,
    GF_LOG_MODE: 'console',
    GF_PLUGINS_ALLOW_LOADING_UNSIGNED_PLUGINS: pluginIds.join(','),
    // A start without network must not wait for catalogue and telemetry.
    GF_PLUGINS_PREINSTALL_DISABLED: 'true',
    GF_ANALYTICS_REPORTING_ENABLED: 'false',
    GF_ANALYTICS_CHECK_FOR_UPDATES: 'false',
    GF_ANALYTICS_CHECK_FOR_PLUGIN_UPDATES: 'false',
    GF_NEWS_NEWS_FEED_ENABLED: 'false',
    // Adds X-Grafana-Id to what the plugin proxy passes on; newer versions do it always and ignore the name.
    GF_FEATURE_TOGGLES_ENABLE: 'idForwarding',
  };
}
