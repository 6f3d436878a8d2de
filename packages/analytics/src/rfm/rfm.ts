import { AnalyticsError } from '../analyticsError';
import { checkValues } from '../matrix';

/** Where one dimension is cut into scores 1 to 5: at shares of the ranked customers, or at fixed values (ascending). */
export interface RfmCuts {
  by: 'rank' | 'value';
  at: readonly [number, number, number, number];
}

/** Cut points of all three dimensions; the version is kept with the scores, so that old scores stay readable. */
export interface RfmScheme {
  version: string;
  recency: RfmCuts;
  frequency: RfmCuts;
  monetary: RfmCuts;
}

const quintiles: RfmCuts = { by: 'rank', at: [0.2, 0.4, 0.6, 0.8] };
export const quintileScheme: RfmScheme = {
  version: 'quintiles-1',
  recency: quintiles,
  frequency: quintiles,
  monetary: quintiles,
};

export interface RfmScores {
  version: string;
  recency: Uint8Array;
  frequency: Uint8Array;
  monetary: Uint8Array;
}

/**
 * Scores 1 to 5 for recency (days; fewer is better, so the most recent get 5), frequency and monetary. Ranks break ties
 * by id (by row where none are given), so equal values may get different scores but each run the same ones.
 *
 * @throws AnalyticsError on unequal lengths, empty or non-finite input, or cut points that do not ascend
 */
export function rfmScores(
  values: { recency: Float64Array; frequency: Float64Array; monetary: Float64Array },
  options: { ids?: readonly string[]; scheme?: RfmScheme } = {}
): RfmScores {
  const scheme = options.scheme ?? quintileScheme;
  const rows = values.recency.length;
  if (values.frequency.length !== rows || values.monetary.length !== rows || (options.ids?.length ?? rows) !== rows) {
    throw new AnalyticsError('shape', 'Recency, frequency, monetary and ids must have one value per customer each.');
  }
  const tieOrder = tieOrderOf(rows, options.ids);
  const score = (name: 'recency' | 'frequency' | 'monetary', better: 1 | -1): Uint8Array => {
    checkValues(values[name], name);
    return scoresOf(values[name], scheme[name], better, tieOrder);
  };
  return {
    version: scheme.version,
    recency: score('recency', -1),
    frequency: score('frequency', 1),
    monetary: score('monetary', 1),
  };
}

function scoresOf(values: Float64Array, cuts: RfmCuts, better: 1 | -1, tieOrder: Uint32Array): Uint8Array {
  if (cuts.at.some((cut, i) => !Number.isFinite(cut) || (i > 0 && cut <= cuts.at[i - 1]!))) {
    throw new AnalyticsError('bad_option', `Cut points must ascend, not ${cuts.at.join(', ')}.`);
  }
  const scores = new Uint8Array(values.length);
  if (cuts.by === 'value') {
    for (let i = 0; i < values.length; i++) {
      const above = passed(cuts.at, values[i]!, false);
      scores[i] = better === 1 ? 1 + above : 5 - above;
    }
    return scores;
  }
  const order = Uint32Array.from(tieOrder).sort((a, b) => better * (values[a]! - values[b]!));
  order.forEach((row, rank) => {
    scores[row] = 1 + passed(cuts.at, rank / values.length + 1e-12, true);
  });
  return scores;
}

/** How many of the ascending cuts lie below x, or at it where `reached` is enough. */
function passed(cuts: RfmCuts['at'], x: number, reached: boolean): number {
  let count = 0;
  while (count < 4 && (reached ? x >= cuts[count]! : x > cuts[count]!)) {
    count++;
  }
  return count;
}

/** Rows in order of their ids; sorting by value afterwards is stable and so keeps this order among ties. */
function tieOrderOf(rows: number, ids?: readonly string[]): Uint32Array {
  const order = Uint32Array.from({ length: rows }, (_, i) => i);
  return ids ? order.sort((a, b) => (ids[a]! < ids[b]! ? -1 : ids[a]! > ids[b]! ? 1 : 0)) : order;
}
