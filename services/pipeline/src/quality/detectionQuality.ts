import { averagePrecision, rocAuc } from '@spendscope/analytics';
import { anomalyThreshold } from '@spendscope/contracts';

/** Of the transactions that are taken: which share of the anomalies they hold, and which share of them is anomalous. */
export interface CutFigures {
  recall: number;
  /** NaN where nothing is taken */
  precision: number;
}

/** How well scores find the transactions that are known to be anomalous. */
export interface RankingFigures {
  rows: number;
  anomalies: number;
  rocAuc: number;
  prAuc: number;
  /** the highest scores of all transactions */
  top: CutFigures;
  /** scores at or above the anomaly threshold */
  threshold: CutFigures;
}

export interface ScoreQuality {
  overall: RankingFigures;
  /** each kind of anomaly against the ordinary transactions */
  kinds: Record<string, RankingFigures>;
  /** transactions of customers of one style among themselves */
  styles: Record<string, RankingFigures>;
}

/** What is known of every transaction: the kind of its anomaly, and its customer's style; '' where there is none. */
export interface Truth {
  kinds: readonly string[];
  styles: readonly string[];
}

/** Judges calibrated scores against planted truth. Groups without an anomaly or without an ordinary row are left out. */
export function detectionQuality(scores: Float32Array, { kinds, styles }: Truth, top: number): ScoreQuality {
  const rows = Uint32Array.from(scores.keys());
  const highest = new Set(rows.toSorted((a, b) => scores[b]! - scores[a]! || a - b).subarray(0, top));
  const labels = Uint8Array.from(kinds, (kind) => (kind === '' ? 0 : 1));
  const judge = (chosen: Uint32Array): RankingFigures => {
    const values = Float32Array.from(chosen, (row) => scores[row]!);
    const known = Uint8Array.from(chosen, (row) => labels[row]!);
    return {
      rows: chosen.length,
      anomalies: sum(known),
      rocAuc: rocAuc(values, known),
      prAuc: averagePrecision(values, known),
      top: cutFigures(chosen, labels, (row) => highest.has(row)),
      threshold: cutFigures(chosen, labels, (row) => scores[row]! >= anomalyThreshold),
    };
  };
  const groups = (
    names: readonly string[],
    isIn: (row: number, name: string) => boolean
  ): Record<string, RankingFigures> =>
    Object.fromEntries(
      [...new Set(names)]
        .filter((name) => name !== '')
        .sort()
        .map((name) => [name, rows.filter((row) => isIn(row, name))] as const)
        .filter(([, chosen]) => chosen.some((row) => labels[row] === 1) && chosen.some((row) => labels[row] === 0))
        .map(([name, chosen]) => [name, judge(chosen)])
    );
  return {
    overall: judge(rows),
    kinds: groups(kinds, (row, kind) => kinds[row] === kind || kinds[row] === ''),
    styles: groups(styles, (row, style) => styles[row] === style),
  };
}

function cutFigures(rows: Uint32Array, labels: Uint8Array, isTaken: (row: number) => boolean): CutFigures {
  const taken = rows.filter(isTaken);
  const found = taken.filter((row) => labels[row] === 1).length;
  return { recall: found / rows.filter((row) => labels[row] === 1).length, precision: found / taken.length };
}

const sum = (values: Uint8Array): number => values.reduce((total, value) => total + value, 0);
