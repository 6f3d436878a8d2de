import type { AxisScale } from '@spendscope/contracts';
import type { RoleReport } from '../../shared/fields/mapFields';

/**
 * How the explorer draws: customers that the query counted by cell, customers that it listed, or every customer of the
 * run from the API, counted per pixel.
 */
export type ExplorerMode = 'density' | 'points' | 'full';

/** What a column of the customers' frame means to the explorer. */
export type ExplorerRole = 'x' | 'y' | 'cluster' | 'count' | 'customer' | 'persona' | 'spend' | 'churn' | 'score';

/** Names of the dashboard variables that "Apply to dashboard" writes. */
export interface VariableNames {
  cluster: string;
  /** Column that the horizontal range is of. */
  xField: string;
  xMin: string;
  xMax: string;
  yField: string;
  yMin: string;
  yMax: string;
  /** What was drawn, as a Lucene filter: a lasso is no range. */
  outline: string;
  /** Saved segment that a lasso was saved as. */
  segment: string;
  /** Asks the query for customers one by one when it is `*`. */
  detail: string;
}

export interface SegmentExplorerOptions {
  mode: 'auto' | ExplorerMode;
  /** Role → column name; a role that is absent is detected. */
  fields: Partial<Record<ExplorerRole, string>>;
  /** Axes to begin with; one that is absent is the column that the query brings, as it is. */
  axes: Partial<Record<'x' | 'y', AxisChoice>>;
  variables: VariableNames;
  /** What the cluster variable holds: the persona's name, as people choose it from a list, or the cluster's number. */
  clusterValue: 'name' | 'number';
  showMarginals: boolean;
  /** Whether a shape is applied to the dashboard as soon as it was drawn. */
  applyOnRelease: boolean;
}

export const defaultOptions: SegmentExplorerOptions = {
  mode: 'auto',
  fields: {},
  axes: {},
  variables: {
    cluster: 'cluster',
    xField: 'x_field',
    xMin: 'x_min',
    xMax: 'x_max',
    yField: 'y_field',
    yMin: 'y_min',
    yMax: 'y_max',
    outline: 'outline',
    segment: 'saved_segment',
    detail: 'detail',
  },
  clusterValue: 'name',
  showMarginals: true,
  applyOnRelease: false,
};

/** 64 bits from frames, 32 from packed columns. */
export type Numbers = Float64Array | Float32Array;

/** Sum of a measure over customers, and how many have a value. */
export interface Total {
  sum: number;
  weight: number;
}

/** A number that selected customers can be compared by; NaN where a customer has none. */
export interface Measure {
  field: string;
  values: Numbers;
  /** Over all items, where it is known. */
  total?: Total;
}

/**
 * What is drawn and selected: customers one by one, or counted cells. One structure for both, so that selecting,
 * summing and fading are written once.
 */
export interface ExplorerItems {
  kind: 'points' | 'cells';
  length: number;
  /** In the column's own scale: log columns hold log10(1 + v). For cells, the centre. */
  x: Numbers;
  y: Numbers;
  /** Index into the view's clusters. */
  cluster: Uint16Array | Uint8Array;
  /** Customers that the item stands for: 1 for a point. */
  count: Float64Array | Uint8Array;
  /** Side of a cell in the columns' scales; 0 for points. */
  cellWidth: number;
  cellHeight: number;
  /** Tokens of customers; empty for cells. */
  names: readonly string[];
  /** Total spend of the item in the currency of the data, where the frame has it. */
  spend?: Numbers;
  measures: readonly Measure[];
}

/** A column of plain values, and how an axis places them. */
export interface AxisChoice {
  field: string;
  scale: AxisScale;
}

export interface Axis {
  /** Column of plain values: days, money. */
  column: string;
  /** How values are placed; ticks are drawn for values. */
  scale: AxisScale;
  /** What v is: the key of a translated title where we know it, else the column's name. */
  title: string;
  /** Grafana unit of v, where the field or its untransformed twin has one. */
  unit?: string;
  decimals?: number;
  domain: readonly [number, number];
  /** Its part that is in view at first, without single customers far off. */
  home: readonly [number, number];
  /** Every value is the same. */
  constant: boolean;
}

export interface ExplorerCluster {
  /** As in the data: '0'; empty where customers have no cluster. */
  key: string;
  /** Persona, or undefined where neither frame names it. */
  name?: string;
  /** Position in the palette and among the shapes; undefined for "no cluster". */
  slot?: number;
  /** Customers in the frame. */
  count: number;
  /** From 1 by priority, where the segments frame says. */
  rank?: number;
  /** On the axes shown, in positions of their scales. */
  centroid?: readonly [number, number];
  /** The same in values, by the last part of a column's name. */
  centers?: Readonly<Record<string, number>>;
  churnRate?: number;
  spendShare?: number;
}

/** Rows that the data source held back. */
export interface Truncation {
  shown: number;
  /** Known only when another frame or the segments say. */
  total?: number;
}

/** Columns whose buckets are the sides of cells; a bucket begins at the position (key − offset) ÷ factor. */
export type CellColumns = Readonly<Record<'x' | 'y', { column: string; factor: number; offset: number }>>;

export interface ExplorerView {
  mode: ExplorerMode;
  items: ExplorerItems;
  clusters: readonly ExplorerCluster[];
  x: Axis;
  y: Axis;
  /** Customers in view: the sum of the items' counts. */
  customers: number;
  spend?: number;
  spendFormat: Pick<Axis, 'unit' | 'decimals'>;
  /** Columns of measures with a place of their own in the selection bar. */
  churnField?: string;
  scoreField?: string;
  /** Columns of the query's own axes: what the dashboard's ranges are of unless it is told otherwise. */
  ownColumns: Readonly<Record<'x' | 'y', string>>;
  /** Where the query counted cells. */
  cellColumns?: CellColumns;
  /** Columns that can be an axis; for cells, whose axes the query fixed, none. */
  axisChoices: readonly string[];
  /** Customers beyond the part of the axes that is in view at first. */
  outside: number;
  /** Rows without a usable x or y. */
  leftOut: number;
  /** In full mode: customers of the run, whether the dashboard's filters leave them or not. */
  run?: number;
  clustersMissing: boolean;
  /** A query lists customers one by one. */
  pointsAvailable: boolean;
  truncation?: Truncation;
  /** Instant at which the segments were computed, in ms. */
  computedAt?: number;
}

export type Prepared =
  | { kind: 'view'; view: ExplorerView }
  | { kind: 'empty' }
  | { kind: 'misconfigured'; roles: readonly RoleReport<ExplorerRole>[]; columns: number };
