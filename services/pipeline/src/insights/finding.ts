import type { Insight } from '@spendscope/contracts';
import type { Store } from '../store/store';

/** A finding before it is stamped with its run. */
export type Finding = Omit<Insight, 'run_id' | 'created_at'>;

/** What every question about spend is asked of. */
export interface SpendData {
  store: Store;
  /** local days, counted from 1970: the first and the last that have a transaction */
  first: number;
  last: number;
  /** ISO 4217 */
  currency: string;
  /** preset that the data came through */
  world: string;
}

/** p-values below it count as beyond chance, after correction. */
export const alpha = 0.05;

export const directionOf = (effect: number, p: number): Finding['direction'] =>
  !(p < alpha) ? 'unsure' : effect > 0 ? 'up' : 'down';

/** SQL of the date of a local day. */
export const dateSql = (day: string | number): string => `(DATE '1970-01-01' + CAST(${day} AS INTEGER))`;

/** Sums of whole thousandths are the same in whatever order rows come. */
export const moneySql = (where = 'true'): string =>
  `CAST(coalesce(sum(mills) FILTER (WHERE ${where}), 0) AS DOUBLE) / 1000`;

const nothing = '–';
const signed = (text: string, value: number): string => (value > 0 ? `+${text}` : text.replace('-', '−'));

/** `+3.4 %` */
export const percentChange = (value: number): string =>
  Number.isFinite(value)
    ? signed(`${(100 * value).toLocaleString('en', { minimumFractionDigits: 1, maximumFractionDigits: 1 })} %`, value)
    : nothing;
export const percent = (value: number): string => percentChange(value).replace('+', '');
/** `KRW 1,234,000`, to four digits. */
export const money = (value: number, currency: string): string =>
  `${currency} ${value.toLocaleString('en', { maximumSignificantDigits: 4 }).replace('-', '−')}`;
export const times = (value: number): string => `${value.toLocaleString('en', { maximumSignificantDigits: 2 })} ×`;
