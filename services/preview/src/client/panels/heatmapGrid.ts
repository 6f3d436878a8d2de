import { type DataFrame, type Field, FieldType, getFieldDisplayName } from '@grafana/data';

/** A heat map's cells: rows from the bottom up, columns in time. */
export interface HeatmapGrid {
  times: number[];
  rows: { name: string; field: Field; values: (number | null)[] }[];
  min: number;
  max: number;
}

/** The cells of time series frames, each series one row; undefined where there is no number over time. */
export function heatmapGrid(frames: readonly DataFrame[]): HeatmapGrid | undefined {
  const series = frames.flatMap((frame) => {
    const time = frame.fields.find((field) => field.type === FieldType.time);
    return time
      ? frame.fields
          .filter((field) => field.type === FieldType.number)
          .map((field) => ({ frame, field, at: new Map(time.values.map((value: number, row) => [value, row])) }))
      : [];
  });
  if (series.length === 0) {
    return undefined;
  }
  const times = [...new Set(series.flatMap(({ at }) => [...at.keys()]))].sort((a, b) => a - b);
  const rows = series.map(({ frame, field, at }) => ({
    name: getFieldDisplayName(field, frame, [...frames]),
    field,
    values: times.map((time) => {
      const row = at.get(time);
      return row === undefined ? null : ((field.values[row] as number | null) ?? null);
    }),
  }));
  const numbers = rows.flatMap((row) => row.values).filter((value): value is number => value !== null);
  return { times, rows, min: Math.min(...numbers), max: Math.max(...numbers) };
}
