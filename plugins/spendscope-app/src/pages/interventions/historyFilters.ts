import { type InterventionQuery, actionNames, interventionStates, tokenPattern } from '@spendscope/contracts';

export const historyFilterNames = ['target', 'actor', 'action', 'state', 'days'] as const;
export type HistoryFilters = Partial<Record<(typeof historyFilterNames)[number], string>>;

export const spans = ['1', '7', '30', '365'] as const;
const pageSize = 50;

const among = <Value extends string>(values: readonly Value[], text: string | undefined): Value | undefined =>
  values.find((value) => value === text);

/** The API's query of the address' filters, seen from `now` (ms since 1970); what makes no sense counts as not given. */
export function historyQueryOf(filters: HistoryFilters, now: number): InterventionQuery {
  const { target, actor, action, state, days } = filters;
  const back = Number(among(spans, days));
  return {
    target: target && new RegExp(tokenPattern).test(target) ? target : undefined,
    actor,
    action: among(actionNames, action),
    state: among(interventionStates, state),
    ...(back > 0 ? { from: new Date(now - back * 86_400_000).toISOString() } : {}),
    size: pageSize,
  };
}
