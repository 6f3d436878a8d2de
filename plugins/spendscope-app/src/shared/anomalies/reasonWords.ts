import type { AnomalyReasonCode, Reason } from '@spendscope/contracts';
import { t } from '../i18n/t';
import type { AnomalyRow } from './anomalyRow';

const words = (code: string): string => {
  const text = code.replace(/[_-]+/g, ' ').trim();
  return text.charAt(0).toUpperCase() + text.slice(1);
};

/** Functions: a table of rows asks for few of them, thousands of times. */
const knownCodes: Record<AnomalyReasonCode, () => string> = {
  amount_above_usual: () => t('anomalies.reason.amount_above_usual', 'Amount above usual'),
  amount_below_usual: () => t('anomalies.reason.amount_below_usual', 'Amount below usual'),
  amount_high: () => t('anomalies.reason.amount_high', 'High amount'),
  amount_low: () => t('anomalies.reason.amount_low', 'Low amount'),
  unusual_hour: () => t('anomalies.reason.unusual_hour', 'Unusual hour'),
  night_hour: () => t('anomalies.reason.night_hour', 'At night'),
  day_hour: () => t('anomalies.reason.day_hour', 'By day'),
  soon_after_previous: () => t('anomalies.reason.soon_after_previous', 'Soon after the one before'),
  long_after_previous: () => t('anomalies.reason.long_after_previous', 'Long after the one before'),
  many_in_minutes: () => t('anomalies.reason.many_in_minutes', 'Many charges in minutes'),
  many_in_an_hour: () => t('anomalies.reason.many_in_an_hour', 'Many charges in an hour'),
  spent_much_in_an_hour: () => t('anomalies.reason.spent_much_in_an_hour', 'Much spent in an hour'),
  far_from_previous: () => t('anomalies.reason.far_from_previous', 'Far from the one before'),
  impossible_travel: () => t('anomalies.reason.impossible_travel', 'Impossible travel'),
  fast_travel: () => t('anomalies.reason.fast_travel', 'Fast travel'),
  new_merchant: () => t('anomalies.reason.new_merchant', 'New shop'),
  new_category: () => t('anomalies.reason.new_category', 'New category'),
  new_network: () => t('anomalies.reason.new_network', 'New network'),
  rare_country: () => t('anomalies.reason.rare_country', 'Rare country'),
  far_from_home: () => t('anomalies.reason.far_from_home', 'Far from home'),
  faster_than_usual: () => t('anomalies.reason.faster_than_usual', 'Faster than usual'),
  above_all_before: () => t('anomalies.reason.above_all_before', 'Above all before'),
  strange_transactions: () => t('anomalies.reason.strange_transactions', 'Strange transactions'),
  many_networks: () => t('anomalies.reason.many_networks', 'Many networks'),
  many_countries: () => t('anomalies.reason.many_countries', 'Many countries'),
  many_actions: () => t('anomalies.reason.many_actions', 'Many actions'),
  failed_logins: () => t('anomalies.reason.failed_logins', 'Failed logins'),
  many_api_calls: () => t('anomalies.reason.many_api_calls', 'Many API calls'),
  bursts: () => t('anomalies.reason.bursts', 'Comes in bursts'),
  often_at_night: () => t('anomalies.reason.often_at_night', 'Often at night'),
};

/** What a reason code says, in words; an unknown one is spelled out as it is. */
export const reasonCodeWords = (code: string): string =>
  Object.hasOwn(knownCodes, code) ? knownCodes[code as AnomalyReasonCode]() : words(code);

/** Codes that say that something is the case, where a ratio would say nothing. */
const yesOrNo = /^(new|rare|unusual|impossible|night|day)_/;

const ratioOf = ({ value, usual }: Reason): number | undefined =>
  usual !== undefined && usual > 0 && value >= 0 ? value / usual : undefined;

const short = (value: number): string =>
  new Intl.NumberFormat(undefined, { maximumSignificantDigits: 2 }).format(value);

/** A reason with its value: against the customer's usual one where there is one. */
export function reasonWords(reason: Reason, code?: string): string {
  const what = reasonCodeWords(code ?? reason.feature);
  const ratio = yesOrNo.test(code ?? reason.feature) ? undefined : ratioOf(reason);
  if (ratio === undefined) {
    return what;
  }
  return t('anomalies.reasonRatio', '{{what}} ({{ratio}}× usual)', { what, ratio: short(ratio) });
}

/** The strongest reasons of a row in words, strongest first. */
export function rowReasons({ reasonCodes, reasons }: AnomalyRow, most = 3): string[] {
  if (reasonCodes.length === 0) {
    return [...reasons]
      .sort((left, right) => Math.abs(right.contribution) - Math.abs(left.contribution))
      .slice(0, most)
      .map((reason) => reasonWords(reason));
  }
  // Codes and details tell of the same features in the same order; where they don't, codes alone are certain.
  const aligned = reasons.length === reasonCodes.length;
  return reasonCodes.slice(0, most).map((code, position) => {
    const reason = aligned ? reasons[position] : undefined;
    return reason ? reasonWords(reason, code) : reasonCodeWords(code);
  });
}
