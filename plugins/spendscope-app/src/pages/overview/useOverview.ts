import {
  type AnomalyPage,
  type InterventionList,
  type RunList,
  type SegmentList,
  anomalyThreshold,
} from '@spendscope/contracts';
import { useCallback } from 'react';
import { spendscopeApi } from '../../shared/api/spendscopeApi';
import { type Polled, usePolling } from '../../shared/api/usePolling';
import type { DataSpan } from '../../shared/data/dataSpan';
import { loadDataSpan } from '../../shared/data/loadDataSpan';

const day = 24 * 60 * 60 * 1000;
const iso = (time: number): string => new Date(time).toISOString();
const refreshEveryMs = 60_000;

export interface OverviewData {
  span: DataSpan;
  /** Of the last 24 hours, or of all data where it is past; highest score first. */
  anomalies: AnomalyPage;
  /** Of the 24 hours before, for comparison; none for past data. */
  before?: AnomalyPage;
  active: InterventionList;
  waiting: InterventionList;
  segments: SegmentList;
  runs: RunList;
}

/** What the Overview shows, but for the health checks, which have a pace of their own. */
export function useOverview(): Polled<OverviewData> {
  const load = useCallback(async (signal: AbortSignal): Promise<OverviewData> => {
    const now = Date.now();
    const span = await loadDataSpan(signal);
    const severe = (from: number, to: number): Promise<AnomalyPage> =>
      spendscopeApi.anomalies(
        { minScore: anomalyThreshold, sort: 'score', size: 1, from: iso(from), to: iso(to) },
        signal
      );
    const past = span.kind === 'past';
    const [anomalies, before, active, waiting, segments, runs] = await Promise.all([
      past ? severe(span.from, span.to) : severe(now - day, now),
      past ? undefined : severe(now - 2 * day, now - day),
      spendscopeApi.interventions({ state: 'active', size: 200 }),
      spendscopeApi.interventions({ state: 'pending_approval', size: 1 }),
      spendscopeApi.segments(),
      spendscopeApi.runs({ size: 6 }),
    ]);
    return { span, anomalies, before, active, waiting, segments, runs };
  }, []);
  return usePolling(load, { intervalMs: refreshEveryMs });
}
