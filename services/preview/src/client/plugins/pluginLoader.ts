import { type AppPlugin, type AppPluginMeta, type PanelPlugin, type PanelPluginMeta, PluginType } from '@grafana/data';
import { config } from '@grafana/runtime';
import { corePanels } from '../panels/corePanels';
import { backendSrv } from '../services/backendSrv';

const panels = new Map<string, PanelPlugin>();
const apps = new Map<string, Promise<AppPlugin>>();

interface PluginModule<Plugin> {
  plugin?: Plugin;
  default?: { plugin?: Plugin };
}

async function importPlugin<Plugin>(id: string, module: string): Promise<Plugin> {
  const exports = (await System.import(new URL(module, `${window.location.origin}/`).href)) as PluginModule<Plugin>;
  const plugin = exports.plugin ?? exports.default?.plugin;
  if (!plugin) {
    throw new Error(`The plugin "${id}" exports no "plugin" from its module.ts.`);
  }
  return plugin;
}

const coreMeta = (id: string): PanelPluginMeta => ({
  id,
  name: id,
  type: PluginType.panel,
  module: '',
  baseUrl: '',
  sort: 1,
  info: {
    author: { name: 'Preview' },
    description: '',
    links: [],
    logos: { small: '', large: '' },
    screenshots: [],
    updated: '',
    version: '',
  },
});

/** A panel that is already there; scenes ask so as to draw it without waiting. */
export const loadedPanelPlugin = (id: string): PanelPlugin | undefined => panels.get(id);

/**
 * A panel plugin: one of the host's stand-ins for Grafana's core panels, or one that was built here.
 * @throws where there is none of that id
 */
export async function importPanelPlugin(id: string): Promise<PanelPlugin> {
  const loaded = panels.get(id);
  if (loaded) {
    return loaded;
  }
  const core = corePanels[id];
  const meta = core ? coreMeta(id) : config.panels[id];
  if (!meta) {
    throw new Error(
      `The preview host has no panel "${id}". Build it with "npm run build", or open the dashboard in Grafana.`
    );
  }
  const plugin = core ? core() : await importPlugin<PanelPlugin>(id, meta.module);
  plugin.meta = meta;
  panels.set(id, plugin);
  return plugin;
}

async function load(id: string): Promise<AppPlugin> {
  const meta = await backendSrv.get<AppPluginMeta>(`/api/plugins/${id}/settings`, undefined, undefined, {
    showErrorAlert: false,
  });
  const plugin = await importPlugin<AppPlugin>(id, meta.module);
  plugin.meta = meta;
  plugin.init(meta);
  return plugin;
}

/** An app plugin, loaded once. */
export function importAppPlugin(id: string): Promise<AppPlugin> {
  const loading = apps.get(id) ?? load(id);
  apps.set(id, loading);
  return loading;
}
