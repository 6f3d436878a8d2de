import type { AnomalyReasonCode } from '@spendscope/contracts';

/** What a customer is judged by, out of the tables `features` (f) and `customer_scores` (s). */
export interface CustomerColumn {
  name: string;
  /** SQL of the figure that a person understands; NULL where unknown */
  sql: string;
  /** counts and amounts are judged by their logarithm */
  log?: boolean;
  code: AnomalyReasonCode;
  /** what the words want: shares as percent */
  percent?: boolean;
}

export const customerColumns: readonly CustomerColumn[] = [
  // The amount farthest from the customer's own median, in robust standard deviations.
  { name: 'own_outlier', sql: 'coalesce(abs(s.own_z), 0)', log: true, code: 'amount_above_usual' },
  { name: 'interval_burstiness', sql: 'f.interval_burstiness', code: 'bursts' },
  { name: 'speed_max_kmh', sql: 'f.speed_max_kmh', log: true, code: 'fast_travel' },
  { name: 'night_share', sql: 'f.night_share', code: 'often_at_night', percent: true },
  { name: 'ips', sql: 'f.ips', log: true, code: 'many_networks' },
  { name: 'countries', sql: 'f.countries', log: true, code: 'many_countries' },
  { name: 'actions_30d', sql: 'coalesce(f.actions_30d, 0)', log: true, code: 'many_actions' },
  { name: 'action_login_failed_share', sql: 'coalesce(f.action_login_failed_share, 0)', code: 'failed_logins', percent: true },
  { name: 'action_api_call_share', sql: 'coalesce(f.action_api_call_share, 0)', code: 'many_api_calls', percent: true },
]; // prettier-ignore
