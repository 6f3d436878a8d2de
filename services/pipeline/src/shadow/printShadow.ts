import { textTable } from '../words/textTable';
import type { ShadowComparison } from './compareScores';

export function printShadow(name: string, { rows, unscored, correlation, judged }: ShadowComparison): string {
  const lines = [`${name}: ${rows} rows scored${unscored > 0 ? `, ${unscored} of them without a number` : ''}.`];
  if (correlation !== undefined) {
    lines.push(`Rank correlation with the live scores: ${correlation.toFixed(3)}.`);
  }
  if (!judged) {
    lines.push('No labels to judge by.');
    return lines.join('\n');
  }
  const { target, positives, shadow, live } = judged;
  const figures = (figure: { rocAuc: number; prAuc?: number }): string[] => [figure.rocAuc.toFixed(3), figure.prAuc?.toFixed(3) ?? '-']; // prettier-ignore
  return [
    ...lines,
    `Judged by ${target}: ${positives} of ${judged.rows}. Where the imported model learnt from these rows, its figures are too good.`,
    textTable(
      ['model', 'ROC-AUC', 'PR-AUC'],
      [[name, ...figures(shadow)], ...(live ? [['live', ...figures(live)]] : [])]
    ),
  ].join('\n');
}
