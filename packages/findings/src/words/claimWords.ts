import type { ClaimRelation, ClaimVerdict } from '@spendscope/contracts';
import type { CheckedClaim } from '../checkClaims';
import type { Language } from './fieldLabels';
import { isYesNo, sideLabel } from './finding';
import { capitalised } from './numbers';

export const verdictWords: Record<Language, Record<ClaimVerdict, string>> = {
  en: {
    supported: 'Supported',
    contradicted: 'Contradicted',
    no_evidence: 'No evidence',
    too_little_data: 'Too little data',
  },
  ko: { supported: '뒷받침됨', contradicted: '반박됨', no_evidence: '증거 없음', too_little_data: '데이터 부족' },
};

type Written = (factor: string, outcome: string, yesNo: boolean) => string;

const relations: Record<Language, Record<ClaimRelation, Written>> = {
  en: {
    raises: (factor, outcome, yesNo) => `${yesNo ? factor : `more ${factor}`} goes with more ${outcome}`,
    lowers: (factor, outcome, yesNo) =>
      yesNo ? `${factor} goes with less ${outcome}` : `less ${factor} goes with more ${outcome}`,
    related: (factor, outcome) => `${factor} makes a difference to ${outcome}`,
    unrelated: (factor, outcome) => `${factor} makes no difference to ${outcome}`,
  },
  ko: {
    raises: (factor, outcome, yesNo) => `${factor}${yesNo ? '' : ' 증가'} → ${outcome} 증가`,
    lowers: (factor, outcome, yesNo) => (yesNo ? `${factor} → ${outcome} 감소` : `${factor} 감소 → ${outcome} 증가`),
    related: (factor, outcome) => `${factor} · ${outcome}: 관련 있음`,
    unrelated: (factor, outcome) => `${factor} · ${outcome}: 관련 없음`,
  },
};

/** The claim as it was understood. */
export function claimTitle({ claim: { factor, relation, outcome } }: CheckedClaim, language: Language): string {
  const write = relations[language][relation];
  return capitalised(write(sideLabel(factor, language), sideLabel(outcome, language), isYesNo(factor)));
}
