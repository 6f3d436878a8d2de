import { type GrafanaAlert, type Review, type WatcherAlert, tokenPattern } from '@spendscope/contracts';

/** An alert, whoever sent it. */
export interface IncomingAlert {
  source: 'grafana' | 'watcher';
  /** What the policy's alert rules name it by. */
  alertname: string;
  fingerprint: string;
  firing: boolean;
  startsAt: string;
  title: string;
  summary?: string;
  severity?: string;
  /** Token of the customer it is about, where it is about one. */
  user?: string;
}

const token = new RegExp(tokenPattern);
const longestTitle = 300;
const longestSummary = 1_000;

export function fromGrafana({ labels, annotations = {}, status, startsAt, fingerprint }: GrafanaAlert): IncomingAlert {
  const alertname = labels.alertname ?? 'unnamed alert';
  // The rule per customer groups by this field; one over all customers has no such label.
  const user = labels.user_id;
  return {
    source: 'grafana',
    alertname,
    fingerprint,
    firing: status === 'firing',
    startsAt: new Date(startsAt).toISOString(),
    title: alertname.slice(0, longestTitle),
    ...(annotations.summary ? { summary: annotations.summary.slice(0, longestSummary) } : {}),
    ...(labels.severity ? { severity: labels.severity.slice(0, 50) } : {}),
    ...(user && token.test(user) ? { user } : {}),
  };
}

export const fromWatcher = ({ watchId, firedAt, title, user, severity }: WatcherAlert): IncomingAlert => ({
  source: 'watcher',
  alertname: watchId,
  fingerprint: user ? `${watchId}:${user}` : watchId,
  firing: true,
  startsAt: new Date(firedAt).toISOString(),
  title,
  ...(severity ? { severity } : {}),
  ...(user ? { user } : {}),
});

export const targetOf = ({ user }: IncomingAlert): Review['target'] =>
  user === undefined ? undefined : { type: 'account', id: user };
