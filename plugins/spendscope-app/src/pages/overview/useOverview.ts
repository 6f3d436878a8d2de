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

const day = 24 * 60 * 60 * 1000;
const refreshEveryMs = 60_000;

export interface OverviewData {
  /** Of the last 24 hours, highest score first. */
  anomalies: AnomalyPage;
  /** Of the 24 hours before, for comparison. */
  before: AnomalyPage;
  active: InterventionList;
  waiting: InterventionList;
  segments: SegmentList;
  runs: RunList;
}

/** What the Overview shows, but for the health checks, which have a pace of their own. */
export function useOverview(): Polled<OverviewData> {
  const load = useCallback(async (signal: AbortSignal): Promise<OverviewData> => {
    const now = Date.now();
    const iso = (time: number): string => new Date(time).toISOString();
    const severe = { minScore: anomalyThreshold, sort: 'score', size: 1 } as const;
    const [anomalies, before, active, waiting, segments, runs] = await Promise.all([
      spendscopeApi.anomalies({ ...severe, from: iso(now - day), to: iso(now) }, signal),
      spendscopeApi.anomalies({ ...severe, from: iso(now - 2 * day), to: iso(now - day) }, signal),
      spendscopeApi.interventions({ state: 'active', size: 200 }),
      spendscopeApi.interventions({ state: 'pending_approval', size: 1 }),
      spendscopeApi.segments(),
      spendscopeApi.runs(6),
    ]);
    return { anomalies, before, active, waiting, segments, runs };
  }, []);
  return usePolling(load, { intervalMs: refreshEveryMs });
}
