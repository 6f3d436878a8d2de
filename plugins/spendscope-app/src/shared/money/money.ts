import type { Run } from '@spendscope/contracts';
import { t } from '../i18n/t';

/** How money is written: Grafana's unit, and a name where it is not spend. */
export interface Money {
  unit?: string;
  name?: string;
}

/** Written in a currency, where it is one. */
export const moneyIn = (currency: string | undefined): Money =>
  currency && /^[A-Z]{3}$/.test(currency) ? { unit: `currency${currency}` } : {};

/** As the newest analysis knows it: its currency, and cashback in the place of spend where the data has no transactions. */
export function moneyOf(analysis: Pick<Run, 'currency' | 'data_from'> | undefined): Money {
  const { currency, data_from: from } = analysis ?? {};
  return {
    ...moneyIn(currency),
    ...(analysis && !from ? { name: t('churn.column.cashback', 'Cashback') } : {}),
  };
}
