import { benjaminiHochberg, fisherExact } from '@spendscope/analytics';
import type { AnomalyHour } from './anomalyHours';

export interface AnomalyPeak extends AnomalyHour {
  rate: number;
  overall: number;
  /** of Fisher's exact test against all other hours and types, corrected for their number */
  correctedP: number;
}

/** Hours with fewer transactions are too few to compare. */
const leastTransactions = 30;

/** The hour and type with the highest rate that is above the rest's beyond chance; undefined where there is none. */
export function anomalyPeak(hours: readonly AnomalyHour[], alpha = 0.05): AnomalyPeak | undefined {
  const all = hours.reduce((sum, { transactions }) => sum + transactions, 0);
  const hits = hours.reduce((sum, { anomalies }) => sum + anomalies, 0);
  if (hits === 0) {
    return undefined;
  }
  const judged = hours.filter(
    ({ transactions, anomalies }) => transactions >= leastTransactions && anomalies <= transactions
  );
  const ps = judged.map(({ anomalies, transactions }) =>
    fisherExact([
      [anomalies, transactions - anomalies],
      [hits - anomalies, Math.max(0, all - transactions - (hits - anomalies))],
    ])
  );
  const corrected = benjaminiHochberg(ps);
  const peaks = judged.map((hour, i) => ({
    ...hour,
    rate: hour.anomalies / hour.transactions,
    overall: hits / all,
    correctedP: corrected[i]!,
  }));
  return peaks
    .filter(({ rate, overall, correctedP }) => correctedP < alpha && rate > overall)
    .sort((a, b) => b.rate - a.rate || b.transactions - a.transactions)[0];
}
