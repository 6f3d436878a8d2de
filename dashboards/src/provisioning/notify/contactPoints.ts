import { environment } from '@spendscope/contracts';
import { type MessageLocale, template } from './messages';

/** Ways to tell people. Grafana refuses to start with one that lacks its secret, so only those that are set up are written. */
export const channels = ['email', 'slack', 'pagerduty'] as const;
export type Channel = (typeof channels)[number];

export interface Notified {
  channels: readonly Channel[];
  locale: MessageLocale;
}

/** Who is told: the API of everything, people on watch, and who is on call for what cannot wait. */
export const receivers = {
  reviews: 'Spendscope reviews',
  operators: 'Spendscope operators',
  onCall: 'Spendscope on call',
} as const;

interface Receiver {
  uid: string;
  type: string;
  disableResolveMessage: false;
  settings: object;
}
const receiver = (uid: string, type: string, settings: object): Receiver => ({
  uid,
  type,
  disableResolveMessage: false,
  settings,
});

/** The API opens review items from alerts; it takes them signed. */
const reviews = receiver('anomaly-reviews', 'webhook', {
  url: `$${environment.apiUrl}/v1/hooks/grafana-alert`,
  httpMethod: 'POST',
  hmacConfig: {
    secret: `$${environment.alertSecret}`,
    header: 'X-Grafana-Alerting-Signature',
    timestampHeader: 'X-Grafana-Alerting-Timestamp',
  },
});

const people: Record<Channel, (locale: MessageLocale) => Receiver> = {
  email: (locale) =>
    receiver('operators-email', 'email', {
      addresses: `$${environment.alertEmail}`,
      singleEmail: true,
      subject: template('title', locale),
      message: template('message', locale),
    }),
  slack: (locale) =>
    receiver('operators-slack', 'slack', {
      url: `$${environment.alertSlackUrl}`,
      title: template('title', locale),
      text: template('message', locale),
    }),
  pagerduty: (locale) =>
    receiver('on-call-pagerduty', 'pagerduty', {
      integrationKey: `$${environment.alertPagerDutyKey}`,
      severity: 'critical',
      class: 'spendscope',
      summary: template('title', locale),
      details: { message: template('message', locale) },
    }),
};

/** The channels of a receiver that are set up. */
export const channelsOf = (name: keyof typeof receivers, setUp: readonly Channel[]): readonly Channel[] =>
  ({ reviews: [], operators: ['email', 'slack'] as const, onCall: ['pagerduty'] as const })[name].filter((channel) =>
    setUp.includes(channel)
  );

/** `provisioning/alerting`: the API, and people by the channels that are set up. */
export function contactPoints({ channels: setUp, locale }: Notified): object {
  const told = (['operators', 'onCall'] as const)
    .map((name) => ({ name, by: channelsOf(name, setUp) }))
    .filter(({ by }) => by.length > 0)
    .map(({ name, by }) => ({
      orgId: 1,
      name: receivers[name],
      receivers: by.map((channel) => people[channel](locale)),
    }));
  return { apiVersion: 1, contactPoints: [{ orgId: 1, name: receivers.reviews, receivers: [reviews] }, ...told] };
}
