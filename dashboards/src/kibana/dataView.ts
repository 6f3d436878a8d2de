import type { DataSource } from '../dataSources';
import { type SavedObject, savedObject } from './savedObject';

/** A data view over the index of a data source; Kibana reads the fields from the mapping. */
export const dataView = ({ uid, name, index, timeField }: DataSource): SavedObject =>
  savedObject('index-pattern', uid, { title: index.readAs, name, timeFieldName: timeField, fields: '[]' });
