import { wilson } from '@spendscope/analytics';
import type { Verdict } from '../feedback/readVerdicts';
import { type Costs, type ThresholdSuggestions, suggestThresholds } from './suggestThresholds';

/** What people said of the transactions with the highest scores. */
export interface LabelledTop {
  alarms: number;
  /** of them, how many somebody judged, and how many of those were confirmed */
  judged: number;
  confirmed: number;
  /** confirmed ÷ judged with its 95 % Wilson interval; NaN where nothing was judged */
  precision: number;
  low: number;
  high: number;
}

export interface LabelledQuality {
  judged: number;
  confirmed: number;
  top: LabelledTop[];
  /** among the judged transactions only; absent where labels are of one kind */
  thresholds?: ThresholdSuggestions;
}

/** Precision among the highest scores by people's labels, where no truth is known. Rows that nobody judged say nothing. */
export function labelledQuality(
  scores: Float32Array,
  verdicts: ReadonlyMap<number, Verdict>,
  { costs, alarms }: { costs: Costs; alarms: readonly number[] }
): LabelledQuality {
  const order = Uint32Array.from(scores.keys()).sort((a, b) => scores[b]! - scores[a]! || a - b);
  const top = alarms
    .filter((count) => count <= scores.length)
    .map((count): LabelledTop => {
      const said = Array.from(order.subarray(0, count), (row) => verdicts.get(row)).filter((verdict) => verdict);
      const confirmed = said.filter((verdict) => verdict === 'true_positive').length;
      const interval = said.length > 0 ? wilson(confirmed, said.length) : { low: NaN, high: NaN };
      return { alarms: count, judged: said.length, confirmed, precision: confirmed / said.length, low: interval.low, high: interval.high }; // prettier-ignore
    });
  const rows = [...verdicts.keys()];
  const labels = Uint8Array.from(rows, (row) => (verdicts.get(row) === 'true_positive' ? 1 : 0));
  const confirmed = labels.reduce((sum, label) => sum + label, 0);
  const judged = Float32Array.from(rows, (row) => scores[row]!);
  const bothKinds = confirmed > 0 && confirmed < rows.length;
  return {
    ...{ judged: rows.length, confirmed, top },
    ...(bothKinds ? { thresholds: suggestThresholds(judged, labels, costs, alarms) } : {}),
  };
}
