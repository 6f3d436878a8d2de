import type * as dashboard from '@grafana/grafana-foundation-sdk/dashboard';
import type { Override } from './columns';
import { matrix, only, renamed, sorted } from './panels';

type Property = dashboard.DynamicConfigValue;

/** What the cells of a matrix share: no text where there is no value, and names that may take two lines. */
const cell: readonly Property[] = [
  { id: 'noValue', value: ' ' },
  { id: 'custom.cellOptions', value: { type: 'color-background', mode: 'basic' } },
  { id: 'custom.wrapHeaderText', value: true },
];

/** The higher, the stronger. */
export const shaded: readonly Property[] = [
  ...cell,
  { id: 'color', value: { mode: 'continuous-blues' } },
  { id: 'min', value: 0 },
];

/** Blue below nothing, orange above, weak ones bare; opaque, as the text of a cell is chosen by its colour alone. */
export const signed: readonly Property[] = [
  ...cell,
  { id: 'color', value: { mode: 'thresholds' } },
  {
    id: 'thresholds',
    value: {
      mode: 'absolute',
      steps: [
        { value: null, color: '#2a56b8' },
        { value: -0.3, color: '#5d76ad' },
        { value: -0.1, color: 'transparent' },
        { value: 0.1, color: '#9c6b4a' },
        { value: 0.3, color: '#b24c0c' },
      ],
    },
  },
];

export const numbers = (...properties: Property[]): Override => ({
  matcher: { id: 'byType', options: 'number' },
  properties,
});

/** Rows and columns of documents that are ordered by a field, with a value in the cells. */
export const cells = (row: string, column: string, value: string, order: string): dashboard.DataTransformerConfig[] => [
  sorted(order),
  only([row, column, value]),
  ...crossed(row, column, value),
];

/** Rows and columns of an aggregation by two fields, in the order of its buckets. */
export const crossed = (row: string, column: string, value: string): dashboard.DataTransformerConfig[] => [
  matrix(row, column, value),
  renamed({ [`${row}\\${column}`]: ' ' }),
];
