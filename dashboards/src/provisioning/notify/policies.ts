import { cardWorld } from '../../world';
import { type Channel, channelsOf, receivers } from './contactPoints';

const nights = 'Spendscope nights and weekends';

type Matcher = [label: string, operator: '=' | '!=', value: string];
const ours: Matcher = ['product', '=', 'spendscope'];
const urgent: Matcher = ['severity', '=', 'critical'];
const canWait: Matcher = ['severity', '!=', 'critical'];

/**
 * `provisioning/alerting`: the API is told of everything, at once and always. People on watch are told of what is critical at
 * once, of the rest at working hours; who is on call is called for what is critical.
 */
export function notificationPolicies(setUp: readonly Channel[]): object {
  const told = (name: 'operators' | 'onCall', matchers: Matcher[], more: object = {}): object[] =>
    channelsOf(name, setUp).length > 0
      ? [{ receiver: receivers[name], object_matchers: [ours, ...matchers], continue: true, ...more }]
      : [];
  const people = [
    ...told('onCall', [urgent]),
    ...told('operators', [urgent]),
    ...told('operators', [canWait], { mute_time_intervals: [nights] }),
  ];
  return {
    apiVersion: 1,
    policies: [
      {
        orgId: 1,
        receiver: receivers.reviews,
        group_by: ['grafana_folder', 'alertname'],
        group_wait: '10s',
        group_interval: '1m',
        repeat_interval: '4h',
        // What a route takes the root does not get, so the API’s is the first of them and lets go on.
        ...(people.length > 0
          ? { routes: [{ receiver: receivers.reviews, object_matchers: [ours], continue: true }, ...people] }
          : {}),
      },
    ],
  };
}

/** `provisioning/alerting`: when nobody is to be bothered by what can wait; by the clock of the business. */
export function muteTimings(): object {
  const location = cardWorld.timeZone;
  return {
    apiVersion: 1,
    muteTimes: [
      {
        orgId: 1,
        name: nights,
        time_intervals: [
          {
            times: [
              { start_time: '00:00', end_time: '08:00' },
              { start_time: '20:00', end_time: '24:00' },
            ],
            weekdays: ['monday:friday'],
            location,
          },
          { weekdays: ['saturday', 'sunday'], location },
        ],
      },
    ],
  };
}
