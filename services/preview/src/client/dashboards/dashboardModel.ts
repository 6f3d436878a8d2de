import type { AnnotationQuery, DataSourceRef, DataTransformerConfig, FieldConfigSource } from '@grafana/data';
import type { DataLink, SceneDataQuery } from './dashboardTypes';

/** A panel or row of a dashboard's JSON, as far as the preview host draws it. */
export interface PanelModel {
  id: number;
  type: string;
  title?: string;
  description?: string;
  gridPos: { x: number; y: number; w: number; h: number };
  collapsed?: boolean;
  panels?: PanelModel[];
  datasource?: DataSourceRef | null;
  targets?: SceneDataQuery[];
  transformations?: DataTransformerConfig[];
  options?: Record<string, unknown>;
  fieldConfig?: FieldConfigSource;
  transparent?: boolean;
  interval?: string;
  maxDataPoints?: number | null;
  timeFrom?: string | null;
  timeShift?: string | null;
  links?: DataLink[];
}

export interface VariableModel {
  type: string;
  name: string;
  label?: string;
  description?: string;
  hide?: number;
  skipUrlSync?: boolean;
  query?: unknown;
  datasource?: DataSourceRef | null;
  current?: { text?: string | string[]; value?: string | string[] };
  options?: { text: string; value: string }[];
  multi?: boolean;
  includeAll?: boolean;
  allValue?: string;
  refresh?: number;
  regex?: string;
  sort?: number;
  auto?: boolean;
  auto_min?: string;
  auto_count?: number;
  filters?: { key: string; operator: string; value: string }[];
  baseFilters?: { key: string; operator: string; value: string }[];
}

export interface DashboardLinkModel {
  type: string;
  title?: string;
  url?: string;
  tags?: string[];
  icon?: string;
  tooltip?: string;
  targetBlank?: boolean;
  asDropdown?: boolean;
  keepTime?: boolean;
  includeVars?: boolean;
  /** where it is shown, if not on the dashboard's bar */
  placement?: string;
}

/** A dashboard's JSON (the classic schema). */
export interface DashboardModel {
  uid: string;
  title: string;
  description?: string;
  tags?: string[];
  timezone?: string;
  time?: { from?: string; to?: string };
  refresh?: string | false;
  graphTooltip?: number;
  timepicker?: { refresh_intervals?: string[]; hidden?: boolean };
  templating?: { list?: VariableModel[] };
  annotations?: { list?: AnnotationQuery[] };
  links?: DashboardLinkModel[];
  panels?: PanelModel[];
}
