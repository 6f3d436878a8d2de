import type { DataSourceApi, DataSourceInstanceSettings, DataSourceRef, ScopedVars } from '@grafana/data';
import { config, type DataSourceSrv, type GetDataSourceListFilters, type RuntimeDataSource } from '@grafana/runtime';
import { ElasticsearchDataSource } from './ElasticsearchDataSource';
import { MixedDataSource, mixedUid } from './MixedDataSource';
import { templateSrv } from './templateSrv';

type Reference = DataSourceRef | string | null | undefined;

const instances = new Map<string, DataSourceApi>();
const runtime = new Map<string, RuntimeDataSource>();
const mixed = new MixedDataSource((reference) => get(reference));

const all = (): DataSourceInstanceSettings[] => Object.values(config.datasources);

function settingsOf(reference: Reference, scopedVars?: ScopedVars): DataSourceInstanceSettings | undefined {
  const wanted = typeof reference === 'string' ? reference : reference?.uid;
  if (!wanted || wanted === 'default') {
    return all().find((settings) => settings.isDefault);
  }
  const filled = templateSrv.replace(wanted, scopedVars);
  return all().find((settings) => settings.uid === filled || settings.name === filled);
}

async function get(reference?: Reference, scopedVars?: ScopedVars): Promise<DataSourceApi> {
  const uid = typeof reference === 'string' ? reference : reference?.uid;
  if (uid === mixedUid) {
    return mixed;
  }
  const registered = uid ? runtime.get(uid) : undefined;
  if (registered) {
    return registered as unknown as DataSourceApi;
  }
  const settings = settingsOf(reference, scopedVars);
  if (!settings) {
    throw new Error(`There is no data source "${uid ?? 'default'}". Choose one of those in provisioning/datasources.`);
  }
  const instance = instances.get(settings.uid) ?? new ElasticsearchDataSource(settings);
  instances.set(settings.uid, instance as DataSourceApi);
  return instance as DataSourceApi;
}

/** Finds data sources by uid, name or variable; those that scenes register at run time too. */
export const dataSourceSrv = {
  get,
  getInstanceSettings: settingsOf,
  getList: (filters?: GetDataSourceListFilters) =>
    all()
      .filter((settings) => (filters?.pluginId ? settings.type === filters.pluginId : true))
      .filter((settings) => filters?.filter?.(settings) ?? true),
  reload: () => undefined,
  registerRuntimeDataSource: ({ dataSource }: { dataSource: RuntimeDataSource }) => {
    runtime.set(dataSource.uid, dataSource);
  },
} as unknown as DataSourceSrv;
