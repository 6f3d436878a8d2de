import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { asArray, asRecord, asText, type UnknownRecord } from '../narrow';
import { readYamlFolder } from './yamlFiles';

/** A built plugin, or a panel nested in one. */
export interface Plugin {
  id: string;
  type: string;
  /** Folder of its plugin.json. */
  folder: string;
  /** Address of that folder under /public/plugins. */
  baseUrl: string;
  manifest: UnknownRecord;
}

function readPlugin(folder: string, baseUrl: (id: string) => string): Plugin {
  const manifest = asRecord(JSON.parse(readFileSync(path.join(folder, 'plugin.json'), 'utf8')));
  const id = asText(manifest.id);
  return { id, type: asText(manifest.type), folder, baseUrl: baseUrl(id), manifest };
}

function nestedFolders(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name === 'plugin.json' && entry.parentPath !== folder)
    .map((entry) => entry.parentPath)
    .sort();
}

/**
 * The built plugins of a folder of plugins (`<folder>/<name>/dist`), each followed by the panels nested in it. What is
 * not built yet is left out.
 */
export function readPlugins(folder: string): Plugin[] {
  if (!existsSync(folder)) {
    return [];
  }
  return readdirSync(folder)
    .sort()
    .map((name) => path.join(folder, name, 'dist'))
    .filter((dist) => existsSync(path.join(dist, 'plugin.json')))
    .flatMap((dist) => {
      const root = readPlugin(dist, (id) => `public/plugins/${id}`);
      const nested = nestedFolders(dist).map((inner) =>
        readPlugin(inner, () => `${root.baseUrl}/${path.relative(dist, inner).split(path.sep).join('/')}`)
      );
      return [root, ...nested];
    });
}

/** The settings under `<provisioning>/plugins` by plugin id: its jsonData, and its secrets by name. */
export interface PluginSettings {
  jsonData: UnknownRecord;
  secureJsonData: Record<string, string>;
}

export function readPluginSettings(provisioning: string, env: NodeJS.ProcessEnv): Map<string, PluginSettings> {
  const apps = readYamlFolder(path.join(provisioning, 'plugins'), env).flatMap((file) =>
    asArray(file.apps).map(asRecord)
  );
  return new Map(
    apps.map((app) => {
      const secrets = Object.entries(asRecord(app.secureJsonData)).map(([name, value]) => [name, asText(value)]);
      return [asText(app.type), { jsonData: asRecord(app.jsonData), secureJsonData: Object.fromEntries(secrets) }];
    })
  );
}
