import { type AnomalyQuery, anomalyFloor, anomalyThreshold } from '@spendscope/contracts';
import type { DataSpan } from '../../shared/data/dataSpan';

/** Ranges that triage offers, in hours; for past data all of it, too. */
export const ranges = [1, 6, 24, 168, 720] as const;
const defaultRange = 24;
const hour = 3_600_000;

/** Hours from the first to the last of past data, whole. */
export const hoursOf = ({ from, to }: { from: number; to: number }): number =>
  Math.max(1, Math.ceil((to - from) / hour));

export const filterNames = ['score', 'hours', 'country', 'user', 'suppressed'] as const;
export type FilterParams = Partial<Record<(typeof filterNames)[number], string>>;

export interface AnomalyFilters {
  minScore: number;
  hours: number;
  country?: string;
  user?: string;
  /** Also those that are suppressed. */
  suppressed: boolean;
}

const numberIn = (text: string | undefined, least: number, most: number, otherwise: number): number => {
  const value = Number(text);
  return text !== undefined && value >= least && value <= most ? value : otherwise;
};

/** Filters out of the address; what makes no sense there counts as not given: all of past data, else the last day. */
export function filtersOf({ score, hours, country, user, suppressed }: FilterParams, span: DataSpan): AnomalyFilters {
  return {
    minScore: numberIn(score, anomalyFloor, 1, anomalyThreshold),
    hours: numberIn(hours, 1, 24 * 365 * 20, span.kind === 'past' ? hoursOf(span) : defaultRange),
    country: country && /^[A-Z]{2}$/.test(country) ? country : undefined,
    user: user && /^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$/.test(user) ? user : undefined,
    suppressed: suppressed === 'true',
  };
}

/** The API's query of the filters, counted back from the end of past data, else from `now` (ms since 1970). */
export function queryOf(
  { minScore, hours, country, user, suppressed }: AnomalyFilters,
  span: DataSpan,
  now: number
): AnomalyQuery {
  const end = span.kind === 'past' ? span.to : now;
  return {
    minScore,
    from: new Date(end - hours * hour).toISOString(),
    to: new Date(end).toISOString(),
    country,
    user,
    ...(suppressed ? { suppressed } : {}),
    sort: 'score',
    size: 200,
  };
}
