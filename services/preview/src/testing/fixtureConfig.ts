import { cpSync, mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { PreviewConfig } from '../config';

/**
 * A preview host over this package's fixtures: one data source, one dashboard with every core panel, one app with a
 * nested panel. State and plugins lie in a new folder under the system's temporary one.
 * @param packageFolder services/preview
 */
export function fixtureConfig(packageFolder: string, changes: Partial<PreviewConfig> = {}): PreviewConfig {
  const fixtures = path.join(packageFolder, 'fixtures');
  const folder = mkdtempSync(path.join(tmpdir(), 'spendscope-preview-'));
  const pluginsDir = path.join(folder, 'plugins');
  mkdirSync(path.join(pluginsDir, 'fixture-app'), { recursive: true });
  cpSync(path.join(fixtures, 'fixture-app'), path.join(pluginsDir, 'fixture-app/dist'), { recursive: true });
  return {
    host: '127.0.0.1',
    port: 0,
    rootUrl: 'http://127.0.0.1:3000/',
    stateDir: path.join(folder, 'state'),
    apiUrl: 'http://127.0.0.1:1',
    channelToken: 'channel-token',
    provisioningDir: path.join(fixtures, 'provisioning'),
    dashboardsDir: path.join(fixtures, 'dashboards'),
    pluginsDir,
    clientDir: path.join(packageFolder, 'dist'),
    env: {},
    ...changes,
  };
}
