import { cochranArmitage, wilson } from '@spendscope/analytics';
import { ageBandSql } from '../documents/rowDocuments';
import { type Finding, type SpendData, alpha, directionOf, percent, percentChange } from './finding';

interface Band {
  band: string;
  customers: number;
  vvips: number;
}

const bandWords: Record<string, string> = { '20s': 'twenties', '30s': 'thirties', '40s': 'forties', '50s': 'fifties', '60s': 'sixties' }; // prettier-ignore

/** Whether a trend of shares rises or falls over bands in their order; undefined where there is nothing to test. */
function trendOf(bands: readonly Band[]): { z: number; p: number } | undefined {
  const known = bands.filter(({ customers }) => customers > 0);
  const vvips = known.reduce((sum, band) => sum + band.vvips, 0);
  const customers = known.reduce((sum, band) => sum + band.customers, 0);
  return known.length < 2 || vvips === 0 || vvips === customers
    ? undefined
    : cochranArmitage(known.map((band) => band.vvips), known.map((band) => band.customers)); // prettier-ignore
}

/** Change of the share from one band to the next: least squares over the bands, by customers. */
function slopeOf(bands: readonly Band[]): number {
  const n = bands.reduce((sum, { customers }) => sum + customers, 0);
  const mean = bands.reduce((sum, { customers }, i) => sum + customers * i, 0) / n;
  const share = bands.reduce((sum, { vvips }) => sum + vvips, 0) / n;
  const spread = bands.reduce((sum, { customers }, i) => sum + customers * (i - mean) ** 2, 0);
  return bands.reduce((sum, { customers, vvips }, i) => sum + (i - mean) * (vvips - customers * share), 0) / spread;
}

/** The answer in words: of the whole range, and where the share turns, of the way up to its peak and from there. */
export function verdictOf(
  bands: readonly Band[]
): { verdict: string; p: number; z: number; slope: number } | undefined {
  const whole = trendOf(bands);
  if (!whole) {
    return undefined;
  }
  const shares = bands.map(({ vvips, customers }) => vvips / customers);
  const peak = shares.indexOf(Math.max(...shares));
  const [up, down] = [trendOf(bands.slice(0, peak + 1)), trendOf(bands.slice(peak))];
  const rises = up !== undefined && up.z > 0 && up.p < alpha;
  const turns = down !== undefined && down.z < 0 && down.p < alpha;
  const p = whole.p < 0.001 ? 'p < 0.001' : `p = ${whole.p.toPrecision(2)}`;
  const slope = slopeOf(bands);
  const measured = `${percentChange(slope).replace(' %', ' points')} a band over all bands, Cochran–Armitage ${p}`;
  const name = bandWords[bands[peak]!.band] ?? bands[peak]!.band;
  const answer =
    rises && turns
      ? `Yes, up to the ${name} (${percent(shares[peak]!)}); it falls after them`
      : whole.p < alpha
        ? whole.z > 0
          ? 'Yes'
          : 'No, it falls'
        : 'No trend beyond chance';
  return { verdict: `${answer}: ${measured}.`, ...whole, slope };
}

/** Share of VVIPs in each age band with its Wilson interval, and whether it rises with age. */
export async function vvipByAge({ store }: SpendData): Promise<Finding[]> {
  const bands = await store.rows<Band>(`SELECT ${ageBandSql('age')} AS band, count(*) AS customers,
      count(*) FILTER (WHERE grade = 'VVIP') AS vvips
    FROM customers WHERE age >= 0 AND grade IS NOT NULL GROUP BY 1 ORDER BY min(age)`);
  const found = verdictOf(bands);
  if (!found) {
    return [];
  }
  const shared = { period: 'all loaded data', dimension: 'age_band' };
  const customers = bands.reduce((sum, band) => sum + band.customers, 0);
  const vvips = bands.reduce((sum, band) => sum + band.vvips, 0);
  return [
    {
      kind: 'vvip_trend',
      question: 'Does the VVIP share rise with age?',
      ...shared,
      group: 'all ages',
      value: vvips / customers,
      effect: found.slope,
      p: found.p,
      direction: directionOf(found.slope, found.p),
      verdict: found.verdict,
      figures: { customers },
    },
    ...bands.map((band, place): Finding => {
      const { rate, low, high } = wilson(band.vvips, band.customers);
      return {
        kind: 'vvip_by_age',
        question: `How many of the ${bandWords[band.band] ?? band.band} are VVIP?`,
        ...shared,
        group: band.band,
        place,
        value: rate,
        ...{ low, high },
        verdict: `${percent(rate)} (95 % ${percent(low)} to ${percent(high)}).`,
        figures: { customers: band.customers },
      };
    }),
  ];
}
