import type { AnomalyHit, CustomerSpending, Intervention } from '@spendscope/contracts';

/** Spend of a quarter; times in ms since 1970. */
export interface QuarterMark {
  start: number;
  end: number;
  name: string;
  amount: number;
}
export interface ScoreMark {
  id: string;
  time: number;
  score: number;
}
export interface ActMark {
  id: string;
  time: number;
  intervention: Intervention;
  /** Done after the last thing that the data tells: it stands at the right edge. */
  beyond: boolean;
}

export interface History {
  from: number;
  to: number;
  quarters: QuarterMark[];
  scores: ScoreMark[];
  acts: ActMark[];
  /** Most and least that a quarter saw; the least is 0 or below. */
  most: number;
  least: number;
}

/** First day of the quarter after the one that begins so. */
function nextQuarter(start: string): number {
  const [year, month] = [Number(start.slice(0, 4)), Number(start.slice(5, 7))];
  return Date.UTC(year, month - 1 + 3, 1);
}

/**
 * What happened to a customer on one axis of time: spend by quarter, scores, and acts. The axis spans what the data tells;
 * of data that ended long ago an act of today would squeeze everything else into a corner, so it is put at the end.
 * Undefined where nothing is dated.
 *
 * @param nameOf a quarter's name, from its first day
 */
export function historyOf(
  quarters: CustomerSpending['quarters'],
  anomalies: readonly AnomalyHit[],
  interventions: readonly Intervention[],
  nameOf: (start: string) => string
): History | undefined {
  const marks = quarters.map(({ start, amount }): QuarterMark => ({
    start: Date.parse(start),
    end: nextQuarter(start),
    name: nameOf(start),
    amount,
  }));
  const scores = anomalies.map(({ id, anomaly }): ScoreMark => ({
    id,
    time: Date.parse(anomaly.timestamp),
    score: anomaly.anomalyScore,
  }));
  const acts = interventions.map((intervention) => ({
    id: intervention.id,
    time: Date.parse(intervention.requested_at),
    intervention,
  }));
  const told = [...marks.flatMap(({ start, end }) => [start, end]), ...scores.map(({ time }) => time)];
  const times = told.length > 0 ? told : acts.map(({ time }) => time);
  if (times.length === 0) {
    return undefined;
  }
  const [from, to] = [Math.min(...times), Math.max(...times)];
  const amounts = marks.map(({ amount }) => amount);
  return {
    from,
    to: to > from ? to : from + 1,
    quarters: marks,
    scores,
    acts: acts.map((act) => ({ ...act, beyond: act.time > to })),
    most: Math.max(0, ...amounts),
    least: Math.min(0, ...amounts),
  };
}
