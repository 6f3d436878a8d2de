import type { Segment } from '@spendscope/contracts';
import { preparePersonaCards } from '../../panels/persona-cards/preparePersonaCards';
import type { PersonasView } from '../../panels/persona-cards/types';
import { spendscopeApi } from '../../shared/api/spendscopeApi';
import { type Polled, usePolling } from '../../shared/api/usePolling';
import { type Money, moneyOf } from '../../shared/money/money';
import { segmentsFrame } from './segmentsFrame';

export interface Segments {
  /** Of the newest complete run, by rank. */
  segments: readonly Segment[];
  /** The same as cards; absent before the first run. */
  view?: PersonasView;
  money: Money;
}

async function load(): Promise<Segments> {
  const [{ segments }, runs] = await Promise.all([
    spendscopeApi.segments(),
    spendscopeApi.runs({ kind: 'analyze', status: 'succeeded', size: 1 }),
  ]);
  const money = moneyOf(runs.items[0]);
  const prepared = preparePersonaCards([segmentsFrame(segments, money)]);
  return { segments, money, ...(prepared.kind === 'view' ? { view: prepared.view } : {}) };
}

/** The newest run's segments, and how money is written. */
export const useSegments = (): Polled<Segments> => usePolling(load);
