import { AnalyticsError } from '../analyticsError';
import { distinctCounts } from './distinctCounts';
import { logGamma } from './logGamma';
import { nelderMead } from './nelderMead';

/** Gamma-Gamma: a purchase's amount is gamma(p, ν) and ν differs between customers by a gamma(q, v). */
export interface GammaGamma {
  kind: 'gamma_gamma';
  version: 1;
  p: number;
  q: number;
  v: number;
  converged: boolean;
}

/**
 * Fits amounts by maximum likelihood (Fader & Hardie, "The Gamma-Gamma model of monetary value", 2013) on customers with
 * a repeat purchase.
 *
 * @param means mean amount of each customer's repeat purchases, above 0; others are left out
 */
export function fitGammaGamma(frequency: Float64Array, means: Float64Array): GammaGamma {
  if (frequency.length !== means.length) {
    throw new AnalyticsError('shape', `${means.length} mean amounts do not fit ${frequency.length} customers.`);
  }
  const rows = Array.from(frequency.keys()).filter((i) => frequency[i]! > 0 && means[i]! > 0 && means[i]! < Infinity);
  if (rows.length < 2) {
    throw new AnalyticsError('too_few_rows', 'Amounts need two customers who bought again for more than nothing.');
  }
  const scale = rows.reduce((sum, i) => sum + means[i]!, 0) / rows.length;
  const own = Float64Array.from(rows, (i) => frequency[i]!);
  const amounts = Float64Array.from(rows, (i) => means[i]! / scale);
  const { counts, placeOf } = distinctCounts(own);
  const { at, converged } = nelderMead(
    (logs) => {
      const [p, q, v] = logs.map(Math.exp) as unknown as [number, number, number];
      const constant = q * Math.log(v) - logGamma(q);
      const ofCount = counts.map((x) => constant + logGamma(p * x + q) - logGamma(p * x) + p * x * Math.log(x));
      let sum = 0;
      for (let i = 0; i < own.length; i++) {
        const px = p * own[i]!;
        sum +=
          ofCount[placeOf[i]!]! + (px - 1) * Math.log(amounts[i]!) - (px + q) * Math.log(own[i]! * amounts[i]! + v);
      }
      return -sum / rows.length;
    },
    [1, 1, 1]
  );
  const [p, q, v] = at.map(Math.exp) as unknown as [number, number, number];
  return { kind: 'gamma_gamma', version: 1, p, q, v: v * scale, converged };
}

/** Mean amount to expect of each customer's further purchases; the population's where none was repeated. */
export function expectedAmounts({ p, q, v }: GammaGamma, frequency: Float64Array, means: Float64Array): Float64Array {
  return frequency.map((x, i) => {
    const own = x > 0 && means[i]! > 0 ? p * x : 0;
    const weight = own / (own + q - 1);
    return (1 - weight) * ((p * v) / (q - 1)) + weight * (own > 0 ? means[i]! : 0);
  });
}
