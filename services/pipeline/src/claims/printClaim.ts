import {
  type CheckedClaim,
  claimTitle,
  count,
  figure,
  findingNumbers,
  findingSentence,
  type Language,
  namedGroups,
  share,
  verdictWords,
} from '@spendscope/findings';

/** Verdict, finding, numbers and a picture of bars, as text for a terminal. */
export function printClaim(checked: CheckedClaim, language: Language, alpha: number): string {
  const { claim, verdict, result, correctedP } = checked;
  const differs = correctedP !== undefined && correctedP < alpha;
  const lines = [
    `${verdictWords[language][verdict].toUpperCase()}: ${claimTitle(checked, language)}`,
    `  ${findingSentence(claim, result, differs, language)}`,
  ];
  if (!('tooLittle' in result)) {
    lines.push(
      `  ${findingNumbers(result, correctedP, language).join(' · ')}`,
      ...bars(namedGroups(claim, result.picture, language), language)
    );
  }
  return lines.join('\n');
}

const width = 32;

function bars(groups: ReturnType<typeof namedGroups>, language: Language): string[] {
  const rows = groups.map((group) =>
    'rate' in group
      ? {
          ...group,
          size: group.rate,
          text: share(group.rate, language),
          ends: [share(group.low, language), share(group.high, language)],
        }
      : {
          ...group,
          size: group.mean,
          text: figure(group.mean, language),
          ends: [figure(group.low, language), figure(group.high, language)],
        }
  );
  const most = Math.max(...rows.map(({ size }) => Math.abs(size)));
  const labels = Math.max(...rows.map(({ label }) => label.length));
  return rows.map(({ label, size, text, ends, n }) => {
    const bar = '█'.repeat(most > 0 ? Math.round((width * Math.abs(size)) / most) : 0);
    return `  ${label.padEnd(labels)} ${bar.padEnd(width, '·')} ${text} (${ends.join(' – ')}), n = ${count(n, language)}`;
  });
}
