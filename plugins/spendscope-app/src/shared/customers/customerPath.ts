import { appId } from '@spendscope/contracts';

/** Where all that is known of a customer stands. A token only: it tells nobody who it is. */
export const customerPath = (token: string): string => `/a/${appId}/customers?token=${encodeURIComponent(token)}`;
