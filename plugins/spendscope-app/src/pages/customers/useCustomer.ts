import type { CustomerProfile, InterventionList } from '@spendscope/contracts';
import { useCallback } from 'react';
import { segmentApi } from '../../shared/api/segmentApi';
import { spendscopeApi } from '../../shared/api/spendscopeApi';
import { type Polled, usePolling } from '../../shared/api/usePolling';

/** New transactions come with the feed; acts of others should be seen soon. */
const profileEveryMs = 60_000;
const actsEveryMs = 10_000;
const mostActs = 100;

export interface CustomerData {
  profile: Polled<CustomerProfile>;
  /** On the account, newest first. */
  acts: Polled<InterventionList>;
}

/** What is known of a customer, and everything ever asked for on the account. */
export function useCustomer(token: string): CustomerData {
  const loadProfile = useCallback((signal: AbortSignal) => segmentApi.profile(token, signal), [token]);
  const loadActs = useCallback(
    () => spendscopeApi.interventions({ targetType: 'account', target: token, size: mostActs }),
    [token]
  );
  return {
    profile: usePolling(loadProfile, { intervalMs: profileEveryMs }),
    acts: usePolling(loadActs, { intervalMs: actsEveryMs }),
  };
}
