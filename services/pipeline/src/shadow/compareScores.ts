import { averagePrecision, rocAuc, spearman } from '@spendscope/analytics';
import type { ShadowScores } from './shadowScores';

export interface ShadowComparison {
  rows: number;
  /** rows that the imported model gave no number for */
  unscored: number;
  /** Spearman's rank correlation of both models' scores; absent below three rows or where one of them is constant */
  correlation?: number;
  judged?: {
    target: string;
    rows: number;
    positives: number;
    shadow: { rocAuc: number; prAuc: number };
    live?: { rocAuc: number; prAuc?: number };
  };
}

export function compareScores({ ids, shadow, live, judged }: ShadowScores): ShadowComparison {
  const both = ids.map((_, row) => row).filter((row) => !Number.isNaN(shadow[row]!) && !Number.isNaN(live[row]!));
  const compared = {
    rows: ids.length,
    unscored: shadow.filter(Number.isNaN).length,
    ...correlationOf(both, shadow, live),
  };
  return judged ? { ...compared, ...judge(judged) } : compared;
}

function correlationOf(
  rows: readonly number[],
  a: Float64Array,
  b: Float64Array
): Pick<ShadowComparison, 'correlation'> {
  const [x, y] = [a, b].map((values) => Float64Array.from(rows, (row) => values[row]!));
  const varies = (values: Float64Array): boolean => values.some((value) => value !== values[0]);
  return rows.length >= 3 && varies(x!) && varies(y!) ? { correlation: spearman(x!, y!).r } : {};
}

function judge({
  target,
  labels,
  shadow,
  live,
}: NonNullable<ShadowScores['judged']>): Pick<ShadowComparison, 'judged'> {
  // Both models are judged on the same rows: those that both have a score for.
  const rows = Array.from(labels.keys()).filter(
    (row) => !Number.isNaN(shadow[row]!) && !(live instanceof Float64Array && Number.isNaN(live[row]!))
  );
  const known = Int8Array.from(rows, (row) => labels[row]!);
  const positives = known.reduce((sum, label) => sum + label, 0);
  if (positives === 0 || positives === rows.length) {
    return {};
  }
  const figures = (scores: Float64Array): { rocAuc: number; prAuc: number } => {
    const values = Float64Array.from(rows, (row) => scores[row]!);
    return { rocAuc: rocAuc(values, known), prAuc: averagePrecision(values, known) };
  };
  return {
    judged: {
      ...{ target, positives, rows: rows.length, shadow: figures(shadow) },
      ...(live ? { live: live instanceof Float64Array ? figures(live) : live } : {}),
    },
  };
}
