import type { SegmentComparison, SegmentRunList } from '@spendscope/contracts';
import { useCallback, useState } from 'react';
import type { ApiError } from '../api/apiError';
import { segmentApi } from '../api/segmentApi';
import { usePolling } from '../api/usePolling';

export interface RunComparisonState {
  /** Newest first. */
  runs?: SegmentRunList;
  /** The run just before the newest unless another is chosen. */
  earlier?: string;
  choose: (runId: string) => void;
  comparison?: SegmentComparison;
  error?: ApiError;
}

/** The newest run beside an earlier one, while somebody looks. */
export function useRunComparison(enabled: boolean): RunComparisonState {
  const [chosen, choose] = useState<string>();
  const { value: runs, error: runsError } = usePolling(segmentApi.runs, { enabled });
  const earlier = chosen ?? runs?.items[1]?.runId;
  const load = useCallback((signal: AbortSignal) => segmentApi.comparison(earlier ?? '', signal), [earlier]);
  const { value: comparison, error } = usePolling(load, { enabled: enabled && earlier !== undefined });
  return {
    runs,
    earlier,
    choose,
    comparison: enabled && comparison?.with === earlier ? comparison : undefined,
    error: runsError ?? error,
  };
}
