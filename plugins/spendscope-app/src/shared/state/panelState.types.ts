import type { RoleReport } from '../fields/mapFields';

export interface StateAction {
  label: string;
  onClick?: () => void;
  href?: string;
}

/** What a failed request told us, for the person who has to look into it. */
export interface ErrorDetails {
  status?: number | string;
  requestId?: string;
  message?: string;
}

/** What a panel shows instead of its data, or that it shows its data. */
export type PanelStatus =
  | { kind: 'ready' }
  | { kind: 'loading-first' }
  /** Old data stays while new data is on its way. */
  | { kind: 'refreshing' }
  /** `reason` says why: no index, nothing in range, filters exclude all. */
  | { kind: 'empty'; title: string; reason: string; actions?: StateAction[] }
  | { kind: 'error'; title: string; hint: string; details?: ErrorDetails; onRetry?: () => void }
  | {
      kind: 'misconfigured';
      title: string;
      report: RoleReport[];
      label: (role: string) => string;
      actions?: StateAction[];
    };

/** What is true about data that is shown. */
export interface PanelNotice {
  kind: 'partial' | 'stale' | 'no-permission' | 'read-only';
  message: string;
  action?: StateAction;
}
