import type { Strength, TooLittle } from '@spendscope/analytics';
import type { ClaimField } from '@spendscope/contracts';
import type { Language } from './fieldLabels';
import { capitalised } from './numbers';

type Sign = -1 | 0 | 1;
type Labelled = readonly [label: string, value: string];

interface FindingPhrases {
  strength: Record<Strength, string>;
  interval: string;
  corrected: string;
  missing: string;
  /** customers in groups too small to compare */
  leftOut: (n: string) => string;
  others: string;
  /** names of the customers with yes and with no */
  groups: Partial<Record<ClaimField, readonly [string, string]>>;
  customersWith: (label: string) => string;
  shareOf: (group: string) => string;
  meanOf: (label: string) => string;
  twoGroups: (what: string, yes: string, yesValue: string, no: string, noValue: string, way: Sign) => string;
  manyGroups: (what: string, by: string, least: Labelled, most: Labelled, differs: boolean) => string;
  correlation: (factor: string, outcome: string, way: Sign, strength: string) => string;
  tooLittle: Record<TooLittle['tooLittle'], (factor: string, outcome: string, n: string) => string>;
}

export const findingPhrases: Record<Language, FindingPhrases> = {
  en: {
    strength: { negligible: 'negligible', small: 'small', medium: 'medium', large: 'large' },
    interval: '95 % interval',
    corrected: 'corrected',
    missing: 'missing',
    leftOut: (n) => `${n} more in groups of fewer than 10`,
    others: 'the others',
    groups: {
      churned: ['churned customers', 'customers who stayed'],
      inactive: ['inactive customers', 'active customers'],
      complained: ['customers who complained', 'customers who did not complain'],
      digital_member: ['digital members', 'non-members'],
    },
    customersWith: (label) => `customers with ${label}`,
    shareOf: (group) => `the share of ${group}`,
    meanOf: (label) => `the mean of ${label}`,
    twoGroups: (what, yes, yesValue, no, noValue, way) =>
      way === 0
        ? `${capitalised(what)} shows no difference between ${yes} (${yesValue}) and ${no} (${noValue}) beyond chance.`
        : `${capitalised(what)} is ${way > 0 ? 'higher' : 'lower'} among ${yes} (${yesValue}) than among ${no} (${noValue}).`,
    manyGroups: (what, by, [least, leastValue], [most, mostValue], differs) =>
      differs
        ? `${capitalised(what)} differs by ${by}: from ${leastValue} (${least}) to ${mostValue} (${most}).`
        : `${capitalised(what)} shows no difference by ${by} beyond chance: from ${leastValue} (${least}) to ${mostValue} (${most}).`,
    correlation: (factor, outcome, way, strength) =>
      way === 0
        ? `${capitalised(factor)} and ${outcome} show no linear correlation beyond chance.`
        : `More ${factor} goes with ${way > 0 ? 'more' : 'less'} ${outcome}; the correlation is ${strength}.`,
    tooLittle: {
      few_rows: (factor, outcome, n) =>
        `Only ${n} customers have both ${factor} and ${outcome}; at least 30 are needed.`,
      small_group: (factor, outcome, n) =>
        `Of ${n} customers with ${factor} and ${outcome} too few are in one of the groups; at least 10 are needed in each.`,
      constant: (factor, outcome, n) =>
        `Among ${n} customers ${factor} or ${outcome} does not vary, so nothing can be compared.`,
    },
  },
  ko: {
    strength: { negligible: '무시할 수준', small: '작음', medium: '중간', large: '큼' },
    interval: '95 % 구간',
    corrected: '보정',
    missing: '결측',
    leftOut: (n) => `10명 미만 집단의 ${n}명 제외`,
    others: '나머지 고객',
    groups: {
      churned: ['이탈 고객', '유지 고객'],
      inactive: ['비활성 고객', '활성 고객'],
      complained: ['불만 제기 고객', '불만이 없는 고객'],
      digital_member: ['디지털 회원', '디지털 비회원'],
    },
    customersWith: (label) => `${label} 고객`,
    shareOf: (group) => `${group} 비율`,
    meanOf: (label) => `${label} 평균`,
    twoGroups: (what, yes, yesValue, no, noValue, way) =>
      `${what}: ${yes} ${yesValue}, ${no} ${noValue} — ${way === 0 ? '우연을 넘는 차이 없음' : `${yes} 쪽이 더 ${way > 0 ? '높음' : '낮음'}`}.`,
    manyGroups: (what, by, [least, leastValue], [most, mostValue], differs) =>
      `${by}별 ${what}: ${least} ${leastValue} ~ ${most} ${mostValue} — ${differs ? '차이 있음' : '우연을 넘는 차이 없음'}.`,
    correlation: (factor, outcome, way, strength) =>
      way === 0
        ? `${factor} · ${outcome}: 우연을 넘는 선형 상관 없음.`
        : `${factor} · ${outcome}: ${way > 0 ? '양' : '음'}의 상관, 크기 ${strength}.`,
    tooLittle: {
      few_rows: (factor, outcome, n) =>
        `${factor} · ${outcome} 값이 모두 있는 고객이 ${n}명뿐입니다. 30명 이상 필요합니다.`,
      small_group: (factor, outcome, n) =>
        `${factor} · ${outcome} 값이 있는 고객 ${n}명 중 한 집단이 너무 작습니다. 집단마다 10명 이상 필요합니다.`,
      constant: (factor, outcome, n) => `고객 ${n}명에서 ${factor} 또는 ${outcome} 값이 모두 같아 비교할 수 없습니다.`,
    },
  },
};
