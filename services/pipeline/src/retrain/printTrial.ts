import type { ModelTrial } from '@spendscope/contracts';
import { textTable } from '../words/textTable';
import { trialWords } from './trialWords';

const figure = (value: number): string => value.toFixed(3);

export function printTrial(name: string, trial: ModelTrial): string {
  const { decision, segments, left_out: leftOut } = trial;
  const rows = segments.map(({ trait, value, rows: n, live, candidate, difference, low, high }) => [
    ...[trait, value, String(n), figure(live), figure(candidate), figure(difference)],
    `${figure(low)} to ${figure(high)}`,
  ]);
  return [
    `${name}: ${decision === 'promoted' ? 'promoted' : 'kept as the shadow'}. ${trialWords(trial)}`,
    ...(rows.length > 0
      ? [`\nROC-AUC by segment\n${textTable(['trait', 'value', 'rows', 'live', 'candidate', 'gain', '95 %'], rows)}`]
      : []),
    ...(leftOut.length > 0
      ? [`\nToo few to judge: ${leftOut.map(({ trait, value, rows: n, positives }) => `${trait} ${value} (${n}, ${positives})`).join(', ')}`] // prettier-ignore
      : []),
  ].join('\n');
}
