import type { AnomalyReasonCode, DetectorName } from '@spendscope/contracts';
import { figure, type Language } from '@spendscope/findings';

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
    far_from_previous: (value) => `${value} km from the one before`,
    impossible_travel: (value) => `${value} km/h from the one before: faster than an airliner`,
    fast_travel: (value) => `${value} km/h from the one before`,
    new_merchant: () => 'first time at this shop',
    new_category: () => 'first time in this category',
    new_network: () => 'first time from this network',
    rare_country: (value) => `in a country of ${value} % of all transactions`,
    far_from_home: (value) => `${value} km from the usual place`,
    faster_than_usual: (value) => `one after the other ${value} times faster than usual`,
    above_all_before: (value) => `${value} times the highest amount before`,
    strange_transactions: (value) => `${value} of the transactions are strange`,
    many_networks: (value, usual) => `${value} networks, usually ${usual}`,
    many_countries: (value, usual) => `${value} countries, usually ${usual}`,
    many_actions: (value, usual) => `${value} actions in 30 days, usually ${usual}`,
    failed_logins: (value, usual) => `${value} % of the actions are failed logins, usually ${usual} %`,
    many_api_calls: (value, usual) => `${value} % of the actions are API calls, usually ${usual} %`,
    bursts: (value, usual) => `burstiness ${value}, usually ${usual}`,
    often_at_night: (value, usual) => `${value} % at night, usually ${usual} %`,
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
    far_from_previous: (value) => `직전 거래에서 ${value} km`,
    impossible_travel: (value) => `직전 거래에서 시속 ${value} km, 여객기보다 빠름`,
    fast_travel: (value) => `직전 거래에서 시속 ${value} km`,
    new_merchant: () => '이 가맹점은 처음',
    new_category: () => '이 업종은 처음',
    new_network: () => '이 네트워크는 처음',
    rare_country: (value) => `전체 거래의 ${value}%만 발생하는 국가`,
    far_from_home: (value) => `평소 장소에서 ${value} km`,
    faster_than_usual: (value) => `평소보다 ${value}배 빠르게 연속`,
    above_all_before: (value) => `이전 최고 금액의 ${value}배`,
    strange_transactions: (value) => `이상 거래 ${value}건`,
    many_networks: (value, usual) => `네트워크 ${value}개, 보통 ${usual}개`,
    many_countries: (value, usual) => `국가 ${value}개, 보통 ${usual}개`,
    many_actions: (value, usual) => `30일 동안 행동 ${value}건, 보통 ${usual}건`,
    failed_logins: (value, usual) => `행동의 ${value}%가 로그인 실패, 보통 ${usual}%`,
    many_api_calls: (value, usual) => `행동의 ${value}%가 API 호출, 보통 ${usual}%`,
    bursts: (value, usual) => `버스트 지수 ${value}, 보통 ${usual}`,
    often_at_night: (value, usual) => `심야 거래 ${value}%, 보통 ${usual}%`,
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
    far_from_previous: 'Far from the one before',
    impossible_travel: 'Impossible travel',
    fast_travel: 'Fast travel',
    new_merchant: 'New shop',
    new_category: 'New category',
    new_network: 'New network',
    rare_country: 'Rare country',
    far_from_home: 'Far from home',
    faster_than_usual: 'Faster than usual',
    above_all_before: 'Above all before',
    strange_transactions: 'Strange transactions',
    many_networks: 'Many networks',
    many_countries: 'Many countries',
    many_actions: 'Many actions',
    failed_logins: 'Failed logins',
    many_api_calls: 'Many API calls',
    bursts: 'Comes in bursts',
    often_at_night: 'Often at night',
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
    far_from_previous: '직전 거래와 먼 장소',
    impossible_travel: '불가능한 이동',
    fast_travel: '매우 빠른 이동',
    new_merchant: '새 가맹점',
    new_category: '새 업종',
    new_network: '새로운 네트워크',
    rare_country: '드문 국가',
    far_from_home: '평소 장소와 먼 곳',
    faster_than_usual: '평소보다 빠른 간격',
    above_all_before: '이전 최고액 초과',
    strange_transactions: '이상 거래 다수',
    many_networks: '많은 네트워크',
    many_countries: '많은 국가',
    many_actions: '많은 행동',
    failed_logins: '로그인 실패',
    many_api_calls: '많은 API 호출',
    bursts: '몰아치는 거래',
    often_at_night: '잦은 심야 거래',
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
