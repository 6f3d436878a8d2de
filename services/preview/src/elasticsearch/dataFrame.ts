/** Grafana's wire format of a data frame: the schema, and the values column by column. */
export interface WireFrame {
  schema: {
    name?: string;
    refId: string;
    meta?: { type: string; typeVersion: [number, number] };
    fields: WireField[];
  };
  data: { values: unknown[][] };
}

export interface WireField {
  name: string;
  type: 'time' | 'number' | 'string' | 'boolean' | 'other';
  typeInfo: { frame: string; nullable?: true };
  config?: { filterable: true };
}

/** A field together with its values, before a frame splits the two. */
export interface Column {
  field: WireField;
  values: unknown[];
}

const goTypes: Record<WireField['type'], string> = {
  time: 'time.Time',
  number: 'float64',
  string: 'string',
  boolean: 'bool',
  other: 'json.RawMessage',
};

/** A nullable column. `filterable` marks what comes from the documents themselves. */
export function column(name: string, type: WireField['type'], values: unknown[], filterable = false): Column {
  return {
    field: {
      name,
      type,
      typeInfo: { frame: goTypes[type], nullable: true },
      ...(filterable ? { config: { filterable: true } } : {}),
    },
    values,
  };
}

/** A frame that is drawn as a table. */
export function tableFrame(refId: string, columns: readonly Column[], name?: string): WireFrame {
  return {
    schema: { ...(name === undefined ? {} : { name }), refId, fields: columns.map((entry) => entry.field) },
    data: { values: columns.map((entry) => entry.values) },
  };
}

/** One series over time; `times` in milliseconds since 1970. */
export function seriesFrame(
  refId: string,
  name: string,
  times: readonly number[],
  values: readonly (number | null)[]
): WireFrame {
  return {
    schema: {
      name,
      refId,
      meta: { type: 'timeseries-multi', typeVersion: [0, 0] },
      fields: [
        { name: 'Time', type: 'time', typeInfo: { frame: 'time.Time' } },
        { name: 'Value', type: 'number', typeInfo: { frame: 'float64', nullable: true } },
      ],
    },
    data: { values: [[...times], [...values]] },
  };
}
