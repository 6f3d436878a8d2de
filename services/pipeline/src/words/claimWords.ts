import type { ClaimRelation, ClaimVerdict } from '@spendscope/contracts';
import type { CheckedClaim } from '../claims/checkClaims';
import type { Language } from './fieldLabels';
import { sideLabel } from './finding';

export const verdictWords: Record<Language, Record<ClaimVerdict, string>> = {
  en: {
    supported: 'Supported',
    contradicted: 'Contradicted',
    no_evidence: 'No evidence',
    too_little_data: 'Too little data',
  },
  ko: { supported: '뒷받침됨', contradicted: '반박됨', no_evidence: '증거 없음', too_little_data: '데이터 부족' },
};

const relations: Record<Language, Record<ClaimRelation, (factor: string, outcome: string) => string>> = {
  en: {
    raises: (factor, outcome) => `More ${factor}, more ${outcome}`,
    lowers: (factor, outcome) => `Less ${factor}, more ${outcome}`,
    related: (factor, outcome) => `${factor} makes a difference to ${outcome}`,
    unrelated: (factor, outcome) => `${factor} makes no difference to ${outcome}`,
  },
  ko: {
    raises: (factor, outcome) => `${factor} 증가 → ${outcome} 증가`,
    lowers: (factor, outcome) => `${factor} 감소 → ${outcome} 증가`,
    related: (factor, outcome) => `${factor} · ${outcome}: 관련 있음`,
    unrelated: (factor, outcome) => `${factor} · ${outcome}: 관련 없음`,
  },
};

/** The claim as it was understood. */
export function claimTitle({ claim }: CheckedClaim, language: Language): string {
  return relations[language][claim.relation](sideLabel(claim.factor, language), sideLabel(claim.outcome, language));
}
