import type {
  Association,
  AssociationPicture,
  MeanGroup,
  Measure,
  ShareGroup,
  TestName,
  TooLittle,
} from '@spendscope/analytics';
import { type ClaimSide, claimFields } from '@spendscope/contracts';
import { type Language, fieldLabels } from './fieldLabels';
import { findingPhrases } from './findingPhrases';
import { count, figure, pValue, share } from './numbers';

export const measureSigns: Record<Measure, string> = {
  hedges_g: 'Hedges’ g',
  odds_ratio: 'odds ratio',
  cramers_v: 'Cramér’s V',
  epsilon_squared: 'ε²',
  pearson_r: 'r',
};
const statisticSigns: Record<TestName, string> = {
  welch: 'Welch t',
  student: 'Student t',
  mann_whitney: 'Mann–Whitney U',
  chi_square: 'χ²',
  fisher: 'Fisher’s exact test',
  cochran_armitage: 'Cochran–Armitage z',
  anova: 'F',
  kruskal_wallis: 'Kruskal–Wallis H',
  pearson: 'Pearson r',
  spearman: 'Spearman ρ',
};

interface Pair {
  factor: ClaimSide;
  outcome: ClaimSide;
}

/** What was found, in one sentence that comes from the computed result alone. */
export function findingSentence(
  { factor, outcome }: Pair,
  result: Association | TooLittle,
  differs: boolean,
  language: Language
): string {
  const words = findingPhrases[language];
  const label = (side: ClaimSide): string => sideLabel(side, language);
  if ('tooLittle' in result) {
    return words.tooLittle[result.tooLittle](label(factor), label(outcome), count(result.n, language));
  }
  const { picture } = result;
  if (picture.kind === 'trend') {
    return words.correlation(
      label(factor),
      label(outcome),
      differs ? result.direction : 0,
      words.strength[result.strength]
    );
  }
  const { by, measured } = roles({ factor, outcome }, picture);
  const value = (group: MeanGroup | ShareGroup): string =>
    'rate' in group ? share(group.rate, language) : figure(group.mean, language);
  const size = (group: MeanGroup | ShareGroup): number => ('rate' in group ? group.rate : group.mean);
  const what =
    picture.kind === 'shares' ? words.shareOf(groupName(measured, true, language)) : words.meanOf(label(measured));
  const groups = [...picture.groups].sort((a, b) => size(a) - size(b));
  if (isYesNo(by)) {
    const [no, yes] = picture.groups as [MeanGroup | ShareGroup, MeanGroup | ShareGroup];
    const way = !differs ? 0 : size(yes) > size(no) ? 1 : -1;
    return words.twoGroups(
      what,
      groupName(by, true, language),
      value(yes),
      groupName(by, false, language),
      value(no),
      way
    );
  }
  const [least, most] = [groups[0]!, groups.at(-1)!];
  return words.manyGroups(what, label(by), [least.label, value(least)], [most.label, value(most)], differs);
}

/** Effect with interval, test statistics and p-values. */
export function findingNumbers(result: Association, correctedP: number | undefined, language: Language): string[] {
  const words = findingPhrases[language];
  const { measure, value, low, high } = result.effect;
  const effect = `${measureSigns[measure]} = ${figure(value, language)} (${words.interval} ${figure(low, language)} – ${figure(high, language)}, ${words.strength[result.strength]})`;
  const tests = result.tests.map(({ test, statistic, df, p }) =>
    test === 'fisher'
      ? `${statisticSigns[test]} p ${pValue(p)}`
      : `${statisticSigns[test]}${df === undefined ? '' : `(${count(df, language)})`} = ${figure(statistic, language)}, p ${pValue(p)}`
  );
  const correction = correctedP === undefined ? [] : [`${words.corrected} p ${pValue(correctedP)}`];
  const sizes = [
    `n = ${count(result.n, language)}`,
    ...(result.missing > 0 ? [`${words.missing} ${count(result.missing, language)}`] : []),
    ...(result.leftOut > 0 ? [words.leftOut(count(result.leftOut, language))] : []),
  ];
  return [effect, ...tests, ...correction, sizes.join(', ')];
}

/** Which side makes the groups of a picture, and which is measured in them. */
function roles({ factor, outcome }: Pair, picture: AssociationPicture): { by: ClaimSide; measured: ClaimSide } {
  const byFactor = picture.kind !== 'means' || isGroup(factor);
  return byFactor ? { by: factor, measured: outcome } : { by: outcome, measured: factor };
}

/** The groups of a picture by name: those of a yes or no in words. */
export function namedGroups(
  pair: Pair,
  picture: AssociationPicture,
  language: Language
): readonly (MeanGroup | ShareGroup)[] {
  const { by } = roles(pair, picture);
  return isYesNo(by)
    ? picture.groups.map((group) => ({ ...group, label: groupName(by, group.label === '1', language) }))
    : picture.groups;
}

/** A field, or a field and its value. */
export function sideLabel({ field, value }: ClaimSide, language: Language): string {
  return value === undefined ? fieldLabels[language][field] : `${fieldLabels[language][field]} = ${value}`;
}

export const isYesNo = ({ field, value }: ClaimSide): boolean => value !== undefined || claimFields[field] === 'yesno';
const isGroup = (side: ClaimSide): boolean => isYesNo(side) || claimFields[side.field] === 'category';

/** The customers of one of two groups. */
export function groupName(side: ClaimSide, yes: boolean, language: Language): string {
  const words = findingPhrases[language];
  const known = side.value === undefined ? words.groups[side.field] : undefined;
  return known ? known[yes ? 0 : 1] : yes ? words.customersWith(sideLabel(side, language)) : words.others;
}
