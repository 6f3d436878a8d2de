import type { Customer } from '@spendscope/contracts';
import { formatShare } from '../format/formatCount';
import { formatValue } from '../format/formatValue';
import { t } from '../i18n/t';
import type { Money } from '../money/money';
import { type ChurnValueKind, churnColumns } from './churnColumns';

type Details = NonNullable<Customer['churn_reason_details']>;

/** A reason in words; what it did where a model tells it. */
export interface ChurnReason {
  key: string;
  words: string;
  /** The odds of leaving, times this: above 1. */
  factor?: number;
}

const plain = (code: string): string => {
  const text = code.replace(/[_-]+/g, ' ').trim();
  return text.charAt(0).toUpperCase() + text.slice(1);
};

const number = (value: number): string =>
  new Intl.NumberFormat(undefined, { maximumSignificantDigits: 3 }).format(value);

function valueWords(value: string | number, kind: ChurnValueKind, money: Money): string {
  if (typeof value === 'string') {
    return value;
  }
  return kind === 'money' ? formatValue(money, value) : kind === 'share' ? formatShare(value, 0) : number(value);
}

/** Where the value stands among those whom the model learnt from, as the code says. */
function levelWords(code: string, what: string): string {
  return code.endsWith('_high')
    ? t('churn.high', '{{what}}, above the median', { what })
    : code.endsWith('_low')
      ? t('churn.low', '{{what}}, below the median', { what })
      : what;
}

function partWords({ column, value }: Details['parts'][number], code: string, money: Money): string {
  const known = churnColumns()[column];
  const label = known?.label ?? plain(column);
  if (value === undefined) {
    return t('churn.unknown', '{{label}}: not known', { label });
  }
  const kind = known?.kind ?? 'number';
  if (kind === 'flag') {
    return Number(value) > 0 ? label : t('churn.not', '{{label}}: no', { label });
  }
  return levelWords(code, `${label}: ${valueWords(value, kind, money)}`);
}

/** A reason of which the code alone is known. */
function codeWords(code: string): string {
  const whole: Record<string, string> = {
    observed_churn: t('churn.code.observed_churn', 'Has left, as the data says'),
    single_order_long_ago: t('churn.code.single_order_long_ago', 'One order only, and long ago'),
    silent_beyond_own_interval: t(
      'churn.code.silent_beyond_own_interval',
      'Silent for longer than between earlier orders'
    ),
  };
  if (whole[code]) {
    return whole[code];
  }
  const [, column, level] = /^(.+?)_(high|low|unknown)$/.exec(code) ?? [];
  const label = column && churnColumns()[column]?.label;
  if (!label) {
    return churnColumns()[code]?.label ?? plain(code.replace('=', ': '));
  }
  return level === 'unknown' ? t('churn.unknown', '{{label}}: not known', { label }) : levelWords(code, label);
}

/** Why a customer may leave, the strongest first: with values where the document holds them, else what the codes say. */
export function churnReasons(
  customer: Pick<Customer, 'churn_reasons' | 'churn_reason_details'>,
  money: Money
): ChurnReason[] {
  const codes = customer.churn_reasons ?? [];
  const parts = customer.churn_reason_details?.parts;
  // Codes and details tell of the same columns in the same order; where they don't, codes alone are certain.
  return codes.map((key, at) => {
    const part = parts?.length === codes.length ? parts[at] : undefined;
    return part
      ? { key, words: partWords(part, key, money), factor: Math.exp(part.contribution) }
      : { key, words: codeWords(key) };
  });
}
