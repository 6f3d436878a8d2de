import type { Intervention, InterventionQuery } from '@spendscope/contracts';
import { useCallback } from 'react';
import { spendscopeApi } from '../../shared/api/spendscopeApi';
import { type Polled, usePolling } from '../../shared/api/usePolling';

export interface Interventions {
  items: Intervention[];
  /** More than `items` where there are more than {@link mostShown}. */
  total: number;
}

const pageSize = 200;
const mostShown = 1_000;

const askEveryMs = 10_000;

/** All interventions in a state, asked again every few seconds: what one person decides, another should see. */
export function useInterventions(state: NonNullable<InterventionQuery['state']>): Polled<Interventions> {
  const load = useCallback(async (): Promise<Interventions> => {
    const first = await spendscopeApi.interventions({ state, size: pageSize });
    const items = [...first.items];
    for (let { cursor } = first; cursor && items.length < mostShown;) {
      const page = await spendscopeApi.interventions({ state, size: pageSize, cursor });
      items.push(...page.items);
      cursor = page.cursor;
    }
    return { items, total: first.total };
  }, [state]);
  return usePolling(load, { intervalMs: askEveryMs });
}
