import { t } from '../i18n/t';
import type { AnomalyRow } from './anomalyRow';
import type { SortKey } from './sortRows';

export type ColumnKey =
  | 'select'
  | 'score'
  | 'time'
  | 'customer'
  | 'amount'
  | 'merchant'
  | 'ip'
  | 'models'
  | 'reasons'
  | 'status'
  | 'label'
  | 'actions';

export interface AnomalyColumn {
  key: ColumnKey;
  label: string;
  /** Smallest width in px. */
  width: number;
  /** Its share of what is left over. */
  grow?: number;
  sort?: SortKey;
  alignRight?: boolean;
}

interface ColumnChoice {
  selectable: boolean;
  withActions: boolean;
  /** Whether verdicts can be given, or there are any. */
  withLabels: boolean;
  /** Whether any row names a merchant, an address: else the column is called by what stands in it. */
  withMerchants: boolean;
  withAddresses: boolean;
  /** Whether a row opens beside the table. */
  withDetails: boolean;
}

/** What a table's rows have to show, for the choice of its columns; a table without rows counts as having all. */
export function shownBy(rows: readonly AnomalyRow[]): Pick<ColumnChoice, 'withMerchants' | 'withAddresses'> {
  return {
    withMerchants: rows.length === 0 || rows.some(({ merchant }) => merchant),
    withAddresses: rows.length === 0 || rows.some(({ ip }) => ip),
  };
}

/** The table's columns from left to right, in the user's language. */
export function anomalyColumns({
  selectable,
  withActions,
  withLabels,
  withMerchants,
  withAddresses,
  withDetails,
}: ColumnChoice): AnomalyColumn[] {
  const columns: AnomalyColumn[] = [
    { key: 'score', label: t('anomalies.column.score', 'Score'), width: 112, sort: 'score' },
    { key: 'time', label: t('anomalies.column.time', 'Time'), width: 82, sort: 'time' },
    { key: 'customer', label: t('anomalies.column.customer', 'Customer'), width: withDetails ? 136 : 104 },
    { key: 'amount', label: t('anomalies.column.amount', 'Amount'), width: 98, sort: 'amount', alignRight: true },
    // Before what may have to be scrolled to: it is what a decision rests on.
    { key: 'reasons', label: t('anomalies.column.reasons', 'Why'), width: 148, grow: 6 },
    {
      key: 'merchant',
      label: withMerchants ? t('anomalies.column.merchant', 'Merchant') : t('anomalies.column.category', 'Category'),
      width: 86,
      grow: 1,
    },
    withAddresses
      ? { key: 'ip', label: t('anomalies.column.ip', 'IP'), width: 130 }
      : { key: 'ip', label: t('anomalies.column.country', 'Country'), width: 72 },
    { key: 'models', label: t('anomalies.column.models', 'Models'), width: 90 },
    { key: 'status', label: t('anomalies.column.status', 'Status'), width: 136 },
  ];
  if (selectable) {
    columns.unshift({ key: 'select', label: t('anomalies.column.select', 'Select'), width: 36 });
  }
  if (withLabels) {
    columns.push({ key: 'label', label: t('anomalies.column.label', 'Label'), width: 48 });
  }
  if (withActions) {
    columns.push({ key: 'actions', label: t('anomalies.column.actions', 'Actions'), width: 202 });
  }
  return columns;
}

export const gridTemplate = (columns: readonly AnomalyColumn[]): string =>
  columns.map(({ width, grow }) => (grow ? `minmax(${width}px, ${grow}fr)` : `${width}px`)).join(' ');

/** Width in px below which the table scrolls sideways. */
export const gridWidth = (columns: readonly AnomalyColumn[]): number =>
  columns.reduce((sum, { width }) => sum + width, 0);
