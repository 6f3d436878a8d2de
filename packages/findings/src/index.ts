export { type CheckedClaim, ClaimError, associateClaim, checkClaims, judgeClaims, usualAlpha } from './checkClaims';
export { type CustomerColumns, sideColumn } from './customerColumns';
export { inactivityLimitDays } from './inactivity';
export { claimTitle, verdictWords } from './words/claimWords';
export { type Language, fieldLabels, languages } from './words/fieldLabels';
export { findingNumbers, findingSentence, namedGroups, sideLabel } from './words/finding';
export { findingPhrases } from './words/findingPhrases';
export { capitalised, count, figure, pValue, share, tick } from './words/numbers';
