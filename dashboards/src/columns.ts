import type * as dashboard from '@grafana/grafana-foundation-sdk/dashboard';
import { wide } from './panels';

export interface Override {
  matcher: dashboard.MatcherConfig;
  properties: dashboard.DynamicConfigValue[];
}

const ofColumn = (column: string, properties: dashboard.DynamicConfigValue[]): Override => ({
  matcher: { id: 'byName', options: column },
  properties,
});

/** A named column's unit, and how many digits follow the point. */
export const inUnit = (column: string, unit: string, decimals?: number): Override =>
  ofColumn(column, [
    { id: 'unit', value: unit },
    ...(decimals === undefined ? [] : [{ id: 'decimals', value: decimals }]),
  ]);

/** A share from 0 to 1, or a change, as percent. */
export const percent = (column: string, decimals = 1): Override => inUnit(column, 'percentunit', decimals);

/** A column of sentences: they wrap, and take what room there is. */
export const sentences = (column: string, minWidth = 300): Override =>
  ofColumn(column, [
    { id: 'custom.minWidth', value: minWidth },
    { id: 'custom.wrapText', value: true },
  ]);

/** Columns of figures beside a column of sentences: without widths of their own they would take its room. */
export const narrow = (columns: readonly string[], width = 110): Override[] =>
  columns.map((column) => wide(column, width));

/** A column that leads to other pages; `${__value.raw}` in an address is the cell’s value. */
export const leadingTo = (column: string, links: { title: string; url: string }[]): Override =>
  ofColumn(column, [{ id: 'links', value: links }]);

/** A column made of two others, by the names that they have before they are renamed. */
export const computed = (
  alias: string,
  left: string,
  operator: '/' | '*' | '-',
  right: string
): dashboard.DataTransformerConfig => ({
  id: 'calculateField',
  options: {
    mode: 'binary',
    alias,
    binary: {
      left: { matcher: { id: 'byName', options: left } },
      operator,
      right: { matcher: { id: 'byName', options: right } },
    },
  },
});

/** Columns of moments to the second. */
export const moments = (columns: readonly string[]): Override[] =>
  columns.flatMap((column) => [inUnit(column, 'time:MM-DD HH:mm:ss'), wide(column, 130)]);

/** Reads a field as moments where the data source brings texts. */
export const asMoments = (field: string): dashboard.DataTransformerConfig => ({
  id: 'convertFieldType',
  options: { fields: {}, conversions: [{ targetField: field, destinationType: 'time' }] },
});
