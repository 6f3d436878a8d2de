/** Spend in the last 365 days from which a grade is given, in KRW. */
export interface GradeThresholds {
  VVIP: number;
  VIP: number;
  gold: number;
}

export type Grade = keyof GradeThresholds | 'general';

/**
 * Grade thresholds of a generated world. A world holds a sample of each customer's transactions, so the thresholds
 * follow its density: per transaction that an average customer makes in a year.
 */
export function gradeThresholds(transactions: number, users: number, days: number): GradeThresholds {
  const perYear = (transactions / users) * Math.min(1, 365 / days);
  const rounded = (amount: number): number => Math.max(10_000, Math.round((amount * perYear) / 10_000) * 10_000);
  return { VVIP: rounded(260_000), VIP: rounded(135_000), gold: rounded(62_000) };
}

export function gradeOf(yearSpend: number, thresholds: GradeThresholds): Grade {
  if (yearSpend >= thresholds.VVIP) {
    return 'VVIP';
  }
  if (yearSpend >= thresholds.VIP) {
    return 'VIP';
  }
  return yearSpend >= thresholds.gold ? 'gold' : 'general';
}

/** The factor that puts a spend just (2 to 7 %) below the next grade's threshold, or 1 where that is far away. */
export function nearBorderFactor(yearSpend: number, thresholds: GradeThresholds, draw: number): number {
  for (const border of [thresholds.gold, thresholds.VIP, thresholds.VVIP]) {
    if (yearSpend < border && yearSpend > border * 0.7) {
      return (border * (0.93 + 0.05 * draw)) / yearSpend;
    }
  }
  return 1;
}
