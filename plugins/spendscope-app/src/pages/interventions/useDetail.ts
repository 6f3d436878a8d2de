import type { Intervention, InterventionResult } from '@spendscope/contracts';
import { useCallback } from 'react';
import type { ApiAnswer } from '../../shared/api/callApi';
import { spendscopeApi } from '../../shared/api/spendscopeApi';
import { type Polled, usePolling } from '../../shared/api/usePolling';

export interface Detail extends Polled<ApiAnswer<InterventionResult>> {
  intervention?: Intervention;
  /** Of what is shown: a decision insists on it. */
  etag?: string;
}

/** One intervention as it was when the person opened it; read again only when asked, so that nobody decides on what they have not seen. */
export function useDetail(id: string): Detail {
  const load = useCallback(() => spendscopeApi.intervention(id), [id]);
  const polled = usePolling(load);
  // While another one is on its way the last one must not stand under its name.
  const intervention = polled.value?.data.intervention;
  const fits = intervention?.id === id;
  return {
    ...polled,
    value: fits ? polled.value : undefined,
    intervention: fits ? intervention : undefined,
    etag: fits ? polled.value?.etag : undefined,
  };
}
