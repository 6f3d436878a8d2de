import { createHmac } from 'node:crypto';
import type { Actor } from '@spendscope/contracts';
import { sameSecret } from './channelTokens';

/** Who calls without a person: each has a credential of its own, good for its own routes only. */
export type Machine = 'service' | 'watcher' | 'grafana-alert';

export const machineActor = (name: string): Actor => ({
  sub: `service:${name}`,
  login: `service:${name}`,
  type: 'service',
  role: 'service',
});

const toleranceSeconds = 300;

/** Whether an instant is near enough to our clock to be of a message that was just sent. */
export const isTimely = (sent: Date, now: Date): boolean =>
  Math.abs(now.getTime() - sent.getTime()) <= toleranceSeconds * 1_000;

export type SignatureVerdict = 'good' | 'late' | 'wrong';

/** Grafana’s webhook signature: HMAC-SHA256 in hex over `TIMESTAMP:BODY`, the timestamp in seconds. */
export function judgeSignature(
  sent: { signature: string | undefined; timestamp: string | undefined; body: string },
  secrets: readonly string[],
  now: Date
): SignatureVerdict {
  const { signature = '', timestamp = '', body } = sent;
  if (!/^[0-9a-f]{64}$/.test(signature) || !/^\d{1,12}$/.test(timestamp)) {
    return 'wrong';
  }
  const matches = secrets.map((secret) =>
    sameSecret(createHmac('sha256', secret).update(`${timestamp}:${body}`).digest('hex'), signature)
  );
  if (!matches.includes(true)) {
    return 'wrong';
  }
  return isTimely(new Date(Number(timestamp) * 1_000), now) ? 'good' : 'late';
}

/** For tests and senders: the two headers that Grafana adds. */
export function signatureHeaders(secret: string, body: string, now: Date): Record<string, string> {
  const timestamp = String(Math.floor(now.getTime() / 1_000));
  return {
    'x-grafana-alerting-timestamp': timestamp,
    'x-grafana-alerting-signature': createHmac('sha256', secret).update(`${timestamp}:${body}`).digest('hex'),
  };
}
