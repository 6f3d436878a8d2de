import type { DryRunResult, InterventionRequest } from '@spendscope/contracts';
import { useCallback } from 'react';
import { spendscopeApi } from '../api/spendscopeApi';
import { type Polled, usePolling } from '../api/usePolling';

/** What the service says would happen; asked again when what decides it (action, target, time) changes. */
export function useDryRun(request: InterventionRequest): Polled<DryRunResult> {
  const { action, target, durationSec, permanent } = request;
  const decisive = JSON.stringify({ action, target, durationSec, permanent });
  const load = useCallback(
    (signal: AbortSignal): Promise<DryRunResult> =>
      spendscopeApi.dryRun(
        { reasonCode: 'other', ...(JSON.parse(decisive) as Omit<InterventionRequest, 'reasonCode'>) },
        signal
      ),
    [decisive]
  );
  return usePolling(load);
}
