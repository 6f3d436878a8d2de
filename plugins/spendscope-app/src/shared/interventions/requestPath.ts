import { appId } from '@spendscope/contracts';

/** Where a request that waits is looked at and decided. */
export const requestPath = (id: string): string => `/a/${appId}/interventions?tab=waiting&id=${encodeURIComponent(id)}`;
