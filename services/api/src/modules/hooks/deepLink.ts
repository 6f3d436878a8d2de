import type { IncomingAlert } from './incomingAlert';

/** The dashboard with the anomaly table, and its variable of the customer. */
export const reviewedDashboard = { uid: 'anomaly-operations', userVariable: 'user' };

const hour = 3_600_000;

/** A path of Grafana: the anomaly table, filtered to the customer, over the hour before the alert and a bit after. */
export function deepLink({ startsAt, user }: Pick<IncomingAlert, 'startsAt' | 'user'>): string {
  const start = Date.parse(startsAt);
  const query = new URLSearchParams({ from: String(start - hour), to: String(start + hour / 4) });
  if (user) {
    query.set(`var-${reviewedDashboard.userVariable}`, user);
  }
  return `/d/${reviewedDashboard.uid}?${query}`;
}
