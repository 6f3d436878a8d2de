import { type AnomalyQuery, anomalyFloor, anomalyThreshold } from '@spendscope/contracts';

/** Ranges that triage offers, in hours. */
export const ranges = [1, 6, 24, 168, 720] as const;
const defaultRange = 24;

export const filterNames = ['score', 'hours', 'country', 'user'] as const;
export type FilterParams = Partial<Record<(typeof filterNames)[number], string>>;

export interface AnomalyFilters {
  minScore: number;
  hours: number;
  country?: string;
  user?: string;
}

const numberIn = (text: string | undefined, least: number, most: number, otherwise: number): number => {
  const value = Number(text);
  return text !== undefined && value >= least && value <= most ? value : otherwise;
};

/** Filters out of the address; what makes no sense there counts as not given. */
export function filtersOf({ score, hours, country, user }: FilterParams): AnomalyFilters {
  return {
    minScore: numberIn(score, anomalyFloor, 1, anomalyThreshold),
    hours: numberIn(hours, 1, 24 * 365 * 20, defaultRange),
    country: country && /^[A-Z]{2}$/.test(country) ? country : undefined,
    user: user && /^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$/.test(user) ? user : undefined,
  };
}

/** The API's query of the filters, seen from `now` (ms since 1970). */
export function queryOf({ minScore, hours, country, user }: AnomalyFilters, now: number): AnomalyQuery {
  return {
    minScore,
    from: new Date(now - hours * 3_600_000).toISOString(),
    to: new Date(now).toISOString(),
    country,
    user,
    sort: 'score',
    size: 200,
  };
}
