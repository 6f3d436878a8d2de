import { formatValue } from '../../shared/format/formatValue';
import { t } from '../../shared/i18n/t';
import type { Baseline, PersonasView } from './types';

const number = (value: number, digits: number): string =>
  new Intl.NumberFormat(undefined, { maximumFractionDigits: digits }).format(value);

/** One decimal always, so that figures and their intervals line up; a dash for none. */
export function shareText(share: number): string {
  return Number.isNaN(share)
    ? '–'
    : new Intl.NumberFormat(undefined, {
        style: 'percent',
        minimumFractionDigits: 1,
        maximumFractionDigits: 1,
      }).format(share);
}

export function baselineLabel(key: Baseline['key'], money: PersonasView['money']): string {
  const labels: Record<Baseline['key'], string> = {
    recency: t('personas.recency', 'Recency'),
    frequency: t('personas.frequency', 'Frequency'),
    monetary: money.name ?? t('personas.monetary', 'Monetary'),
  };
  return labels[key];
}

/** A mean in its unit: days, orders, money. */
export function baselineValue(key: Baseline['key'], value: number, money: PersonasView['money']): string {
  if (Number.isNaN(value)) {
    return '–';
  }
  if (key === 'monetary') {
    return formatValue(money, value);
  }
  // One is one only where it reads so: "1.2 orders".
  const shown = key === 'frequency' && value < 10 ? Math.round(value * 10) / 10 : Math.round(value);
  return key === 'recency'
    ? t('personas.days', '{{number}} days', {
        number: number(value, 0),
        count: shown,
        defaultValue_one: '{{number}} day',
      })
    : t('personas.orders', '{{number}} orders', {
        number: number(value, value < 10 ? 1 : 0),
        count: shown,
        defaultValue_one: '{{number}} order',
      });
}

/** What the share of money is called. */
export function spendShareLabel({ name }: PersonasView['money']): string {
  return name ? t('personas.shareOf', '{{what}} share', { what: name }) : t('personas.spendShare', 'Spend share');
}

/** A ratio to the population in two digits, e.g. `0.60×`. */
export function ratioText(ratio: number): string {
  if (Number.isNaN(ratio)) {
    return '–';
  }
  return `${ratio >= 10 ? Math.round(ratio) : ratio >= 1 ? ratio.toFixed(1) : ratio.toFixed(2)}×`;
}

/** What a churn rate rests on, in a word or two. */
export function churnBasisShort(basis: string): string {
  const labels: Record<string, string> = {
    label: t('personas.basisShort.label', 'observed'),
    inactivity: t('personas.basisShort.inactivity', 'from inactivity'),
    model: t('personas.basisShort.model', 'by the model'),
  };
  return labels[basis] ?? basis;
}

/** What a churn rate rests on. */
export function churnBasis(basis: string): string {
  const labels: Record<string, string> = {
    label: t('personas.basis.label', 'observed in the data'),
    inactivity: t('personas.basis.inactivity', 'estimated from inactivity'),
    model: t('personas.basis.model', 'predicted by the churn model'),
  };
  return labels[basis] ?? basis;
}

/** Who wrote the text that stands in the segments. */
export function sourceLabel({ source, sourceDetail }: { source: string; sourceDetail: string }): string {
  const labels: Record<string, string> = {
    rules: t('personas.source.rules', 'Rule-based'),
    model: t('personas.source.model', 'Language model'),
  };
  return [labels[source] ?? source, sourceDetail].filter(Boolean).join(' · ');
}

export { number as formatNumber };
