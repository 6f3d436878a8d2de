import path from 'node:path';
import { asArray, asRecord, asText, type UnknownRecord } from '../narrow';
import { readYamlFolder } from './yamlFiles';

/** A provisioned Elasticsearch data source, without its credentials. */
export interface DataSource {
  id: number;
  uid: string;
  name: string;
  type: string;
  isDefault: boolean;
  index: string;
  timeField: string;
  jsonData: UnknownRecord;
}

export const dataSourceType = 'elasticsearch';

/** The Elasticsearch data sources under `<provisioning>/datasources`, in their files' order; the first is the default where none says so. */
export function readDataSources(provisioning: string, env: NodeJS.ProcessEnv): DataSource[] {
  const sources = readYamlFolder(path.join(provisioning, 'datasources'), env)
    .flatMap((file) => asArray(file.datasources).map(asRecord))
    .filter((entry) => entry.type === dataSourceType)
    .map((entry, at): DataSource => {
      const jsonData = asRecord(entry.jsonData);
      return {
        id: at + 1,
        uid: asText(entry.uid) || asText(entry.name),
        name: asText(entry.name),
        type: dataSourceType,
        isDefault: entry.isDefault === true,
        index: asText(jsonData.index) || asText(entry.database),
        timeField: asText(jsonData.timeField) || '@timestamp',
        jsonData,
      };
    });
  return sources.some((source) => source.isDefault)
    ? sources
    : sources.map((source, at) => ({ ...source, isDefault: at === 0 }));
}

/** A data source as Grafana's API shows it; credentials are never part of it. */
export function dataSourceAnswer(source: DataSource): UnknownRecord {
  const { id, uid, name, type, isDefault, jsonData } = source;
  return {
    id,
    uid,
    orgId: 1,
    name,
    type,
    typeName: 'Elasticsearch',
    access: 'proxy',
    url: '',
    user: '',
    database: '',
    basicAuth: false,
    isDefault,
    jsonData,
    readOnly: true,
  };
}
