import type { LabelEntry, LabelList } from '@spendscope/contracts';
import { useMemo } from 'react';
import { feedbackApi } from '../api/feedbackApi';
import { usePolling } from '../api/usePolling';

/** Others label, too; what they said is worth waiting half a minute for. */
const askEveryMs = 30_000;

const loadLabels = (): Promise<LabelList> => feedbackApi.labels();

export interface Labels {
  /** Newest first, of everybody; the API tells the newest 200 labels. */
  byAnomaly: ReadonlyMap<string, readonly LabelEntry[]>;
  refresh: () => Promise<void>;
}

/** Everybody’s verdicts by anomaly. A table without them is still a table: that they could not be read is no error of it. */
export function useLabels(enabled: boolean): Labels {
  const { value, refresh } = usePolling(loadLabels, { intervalMs: askEveryMs, enabled });
  return useMemo(() => {
    const byAnomaly = new Map<string, LabelEntry[]>();
    for (const entry of value?.items ?? []) {
      const known = byAnomaly.get(entry.label.anomaly_id);
      if (known) {
        known.push(entry);
      } else {
        byAnomaly.set(entry.label.anomaly_id, [entry]);
      }
    }
    return { byAnomaly, refresh };
  }, [value, refresh]);
}
