import type { AnomalyReasonCode, DetectorName } from '@spendscope/contracts';
import type { Language } from './fieldLabels';
import { figure } from './numbers';

export const detectorLabels: Record<Language, Record<DetectorName | 'combined', string>> = {
  en: { isolation_forest: 'Isolation forest', autoencoder: 'Autoencoder', lstm: 'LSTM', combined: 'All together' },
  ko: {
    isolation_forest: '아이솔레이션 포레스트',
    autoencoder: '오토인코더',
    lstm: 'LSTM',
    combined: '모두 함께',
  },
};

type Sentence = (value: string, usual: string) => string;

/** Each reason with its figures: amounts in the currency of the data, minutes, hours, km. */
const sentences: Record<Language, Record<AnomalyReasonCode, Sentence>> = {
  en: {
    amount_above_usual: (value, usual) => `amount ${value}, usually ${usual}`,
    amount_below_usual: (value, usual) => `amount ${value}, usually ${usual}`,
    amount_high: (value, usual) => `high amount ${value}, usually ${usual}`,
    amount_low: (value, usual) => `low amount ${value}, usually ${usual}`,
    unusual_hour: (value) => `${value} hours from the usual hour`,
    night_hour: () => 'at night, between 0 and 6 o’clock',
    day_hour: () => 'by day',
    soon_after_previous: (value, usual) => `${value} minutes after the one before, usually ${usual}`,
    long_after_previous: (value, usual) => `${value} minutes after the one before, usually ${usual}`,
    many_in_minutes: (value) => `${value} more within the ten minutes before`,
    many_in_an_hour: (value) => `${value} more within the hour before`,
    spent_much_in_an_hour: (value) => `${value} spent in the hour before`,
    new_country: () => 'first time in this country',
    far_from_previous: (value) => `${value} km from the one before`,
    impossible_travel: (value) => `${value} km/h from the one before: faster than an airliner`,
    fast_travel: (value) => `${value} km/h from the one before`,
    new_merchant: () => 'first time at this shop',
    new_category: () => 'first time in this category',
    new_network: () => 'first time from this network',
  },
  ko: {
    amount_above_usual: (value, usual) => `금액 ${value}, 평소 ${usual}`,
    amount_below_usual: (value, usual) => `금액 ${value}, 평소 ${usual}`,
    amount_high: (value, usual) => `큰 금액 ${value}, 평소 ${usual}`,
    amount_low: (value, usual) => `작은 금액 ${value}, 평소 ${usual}`,
    unusual_hour: (value) => `평소 시각과 ${value}시간 차이`,
    night_hour: () => '0시에서 6시 사이의 심야',
    day_hour: () => '낮 시간',
    soon_after_previous: (value, usual) => `직전 거래 ${value}분 뒤, 평소 ${usual}분`,
    long_after_previous: (value, usual) => `직전 거래 ${value}분 뒤, 평소 ${usual}분`,
    many_in_minutes: (value) => `직전 10분 사이 다른 거래 ${value}건`,
    many_in_an_hour: (value) => `직전 1시간 사이 다른 거래 ${value}건`,
    spent_much_in_an_hour: (value) => `직전 1시간 사이 지출 ${value}`,
    new_country: () => '이 국가에서는 처음',
    far_from_previous: (value) => `직전 거래에서 ${value} km`,
    impossible_travel: (value) => `직전 거래에서 시속 ${value} km, 여객기보다 빠름`,
    fast_travel: (value) => `직전 거래에서 시속 ${value} km`,
    new_merchant: () => '이 가맹점은 처음',
    new_category: () => '이 업종은 처음',
    new_network: () => '이 네트워크는 처음',
  },
};

const titles: Record<Language, Record<AnomalyReasonCode, string>> = {
  en: {
    amount_above_usual: 'Amount above usual',
    amount_below_usual: 'Amount below usual',
    amount_high: 'High amount',
    amount_low: 'Low amount',
    unusual_hour: 'Unusual hour',
    night_hour: 'At night',
    day_hour: 'By day',
    soon_after_previous: 'Soon after the one before',
    long_after_previous: 'Long after the one before',
    many_in_minutes: 'Many in ten minutes',
    many_in_an_hour: 'Many in an hour',
    spent_much_in_an_hour: 'Much spent in an hour',
    new_country: 'New country',
    far_from_previous: 'Far from the one before',
    impossible_travel: 'Impossible travel',
    fast_travel: 'Fast travel',
    new_merchant: 'New shop',
    new_category: 'New category',
    new_network: 'New network',
  },
  ko: {
    amount_above_usual: '평소보다 큰 금액',
    amount_below_usual: '평소보다 작은 금액',
    amount_high: '큰 금액',
    amount_low: '작은 금액',
    unusual_hour: '평소와 다른 시간',
    night_hour: '심야 시간',
    day_hour: '낮 시간',
    soon_after_previous: '직전 거래 직후',
    long_after_previous: '직전 거래 후 오랜만',
    many_in_minutes: '10분 사이 여러 건',
    many_in_an_hour: '한 시간 사이 여러 건',
    spent_much_in_an_hour: '한 시간 사이 큰 지출',
    new_country: '새 국가',
    far_from_previous: '직전 거래와 먼 장소',
    impossible_travel: '불가능한 이동',
    fast_travel: '매우 빠른 이동',
    new_merchant: '새 가맹점',
    new_category: '새 업종',
    new_network: '새로운 네트워크',
  },
};

/** A reason as a name, without figures. */
export function reasonTitle(code: string, language: Language): string {
  return (titles[language][code as AnomalyReasonCode] as string | undefined) ?? code.replaceAll('_', ' ');
}

/** A reason in words with its figures; a code of another version is told as it is. */
export function reasonSentence(
  code: string,
  { value, usual }: { value: number; usual?: number },
  language: Language
): string {
  const sentence = sentences[language][code as AnomalyReasonCode] as Sentence | undefined;
  return sentence?.(whole(value, language), whole(usual ?? NaN, language)) ?? code.replaceAll('_', ' ');
}

/** Counts and amounts without decimals. */
const whole = (value: number, language: Language): string =>
  Number.isInteger(value) || Math.abs(value) >= 100
    ? value.toLocaleString(language, { maximumFractionDigits: 0 })
    : figure(value, language);
