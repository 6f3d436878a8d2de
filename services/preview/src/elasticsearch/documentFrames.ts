import { asArray, asRecord, type UnknownRecord } from '../narrow';
import { type Column, column, tableFrame, type WireFrame } from './dataFrame';

const maxDepth = 10;

/** Nested objects become dotted names; arrays stay as they are. */
function flatten(source: UnknownRecord, prefix = '', depth = 0): UnknownRecord {
  return Object.entries(source).reduce<UnknownRecord>((flat, [key, value]) => {
    const name = prefix ? `${prefix}.${key}` : key;
    const inner = asRecord(value);
    return Object.keys(inner).length > 0 && depth < maxDepth
      ? Object.assign(flat, flatten(inner, name, depth + 1))
      : Object.assign(flat, { [name]: value });
  }, {});
}

function envelope(hit: UnknownRecord): UnknownRecord {
  return {
    _id: hit._id ?? null,
    _type: hit._type ?? null,
    _index: hit._index ?? null,
    sort: hit.sort ?? null,
    highlight: hit.highlight ?? null,
  };
}

const sortedByKey = (record: UnknownRecord): UnknownRecord =>
  Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));

function timeColumn(name: string, values: readonly unknown[]): Column {
  const times = values.map((value) => {
    const time = Date.parse(String(asArray(value)[0] ?? value ?? ''));
    return Number.isNaN(time) ? null : time;
  });
  return column(name, 'time', times, true);
}

/** A column typed by its first value, as Grafana does; a value of another type in it is shown as nothing. */
function documentColumn(name: string, values: readonly unknown[]): Column {
  const first = typeof values.find((value) => value != null);
  if (first === 'string' || first === 'number' || first === 'boolean') {
    return column(
      name,
      first,
      values.map((value) => (typeof value === first ? value : null)),
      true
    );
  }
  return column(
    name,
    'other',
    values.map((value) => value ?? null),
    true
  );
}

/** Documents as a table: the time first, then every field by name. No document, no column. */
export function rawDataFrames(refId: string, hits: readonly UnknownRecord[], timeField: string): WireFrame[] {
  const documents = hits.map((hit) => ({
    ...envelope(hit),
    ...flatten(asRecord(hit._source)),
    ...asRecord(hit.fields),
  }));
  const names = [...new Set(documents.flatMap((document) => Object.keys(document)))].sort();
  const ordered = names.includes(timeField) ? [timeField, ...names.filter((name) => name !== timeField)] : names;
  const columns = ordered.map((name) => {
    const values = documents.map((document) => (document as UnknownRecord)[name]);
    return name === timeField ? timeColumn(name, values) : documentColumn(name, values);
  });
  return [tableFrame(refId, columns)];
}

/** Documents as they are, one JSON value per row. */
export function rawDocumentFrames(refId: string, hits: readonly UnknownRecord[]): WireFrame[] {
  const documents = hits.map((hit) =>
    sortedByKey({ ...envelope(hit), ...asRecord(hit._source), ...asRecord(hit.fields) })
  );
  return [tableFrame(refId, [column(refId, 'other', documents, true)], refId)];
}
