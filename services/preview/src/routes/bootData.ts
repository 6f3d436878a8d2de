import type { PreviewContext } from '../context';
import { asArray, asRecord, asText, type UnknownRecord } from '../narrow';
import { type DataSource, dataSourceType } from '../provisioning/dataSources';
import type { Plugin } from '../provisioning/plugins';
import { grantedActions, type User } from '../security/users';
import type { Appearance } from './appearance';

/** The Grafana that the preview host stands in for: its packages and plugin-e2e decide by this version. */
export const buildInfo = {
  version: '12.3.0',
  commit: 'preview',
  env: 'production',
  edition: 'Open Source',
  latestVersion: '',
  hasUpdate: false,
  hideVersion: false,
};

const logos = { small: '', large: '' };

/** A plugin's plugin.json with the addresses that a browser loads it by. */
export function pluginMeta(plugin: Plugin): UnknownRecord {
  const info = asRecord(plugin.manifest.info);
  const absolute = (file: unknown): string => (asText(file) ? `/${plugin.baseUrl}/${asText(file)}` : '');
  const images = asRecord(info.logos);
  return {
    ...plugin.manifest,
    module: `${plugin.baseUrl}/module.js`,
    baseUrl: plugin.baseUrl,
    moduleHash: '',
    loadingStrategy: 'script',
    info: { ...info, logos: { small: absolute(images.small), large: absolute(images.large) } },
  };
}

function dataSourceSettings(source: DataSource): UnknownRecord {
  const { id, uid, name, isDefault, jsonData } = source;
  return {
    id,
    uid,
    name,
    type: dataSourceType,
    url: `/api/datasources/proxy/uid/${uid}`,
    access: 'proxy',
    isDefault,
    readOnly: true,
    jsonData,
    meta: {
      id: dataSourceType,
      name: 'Elasticsearch',
      type: 'datasource',
      module: '',
      baseUrl: '',
      metrics: true,
      info: { logos },
    },
  };
}

/** The actions that every Grafana user of a role has, as far as plugins ask for them. */
const basicActions = ['plugins.app:access', 'datasources:query', 'datasources:read', 'dashboards:read', 'folders:read'];

export function permissionsOf(user: User, plugins: readonly Plugin[]): Record<string, true> {
  const granted = grantedActions(
    plugins.map((plugin) => plugin.manifest),
    user.role
  );
  return Object.fromEntries([...basicActions, ...granted].map((action) => [action, true as const]));
}

/** `grafanaBootData.settings`, which is also the answer of `/api/frontend/settings`. */
export function frontendSettings({ config, dataSources, plugins }: PreviewContext): UnknownRecord {
  const sources = dataSources();
  const found = plugins();
  const ofType = (type: string): Record<string, UnknownRecord> =>
    Object.fromEntries(found.filter((plugin) => plugin.type === type).map((plugin) => [plugin.id, pluginMeta(plugin)]));
  return {
    appSubUrl: '',
    appUrl: config.rootUrl,
    namespace: 'default',
    buildInfo,
    featureToggles: {},
    defaultDatasource: sources.find((source) => source.isDefault)?.name ?? '',
    datasources: Object.fromEntries(sources.map((source) => [source.name, dataSourceSettings(source)])),
    panels: ofType('panel'),
    apps: ofType('app'),
    minRefreshInterval: '5s',
    liveEnabled: false,
    unifiedAlertingEnabled: false,
    anonymousEnabled: false,
    authProxyEnabled: false,
    publicDashboardAccessToken: '',
    rudderstackWriteKey: '',
    licenseInfo: {},
  };
}

/** `grafanaBootData.user`. */
export function bootUser(user: User, { theme, language }: Appearance, plugins: readonly Plugin[]): UnknownRecord {
  return {
    isSignedIn: true,
    ...user,
    orgId: 1,
    orgName: 'Main Org.',
    orgRole: user.role,
    orgCount: 1,
    isGrafanaAdmin: false,
    authenticatedBy: 'password',
    theme,
    lightTheme: theme === 'light',
    timezone: 'browser',
    weekStart: '',
    locale: language,
    language,
    regionalFormat: language,
    gravatarUrl: '',
    permissions: permissionsOf(user, plugins),
  };
}

/** The pages of an app that the user may see, for the menu. */
export function visiblePages(
  plugin: Plugin,
  permissions: Readonly<Record<string, true>>,
  mayAs: (role: string) => boolean
): UnknownRecord[] {
  return asArray(plugin.manifest.includes)
    .map(asRecord)
    .filter((include) => include.type === 'page' && include.addToNav === true)
    .filter((include) => {
      const action = asText(include.action);
      return action ? permissions[action] === true : mayAs(asText(include.role) || 'Viewer');
    });
}
