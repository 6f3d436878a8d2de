import type * as dashboard from '@grafana/grafana-foundation-sdk/dashboard';
import { asMoments, leadingTo, moments, narrow, sentences } from '../columns';
import { dataSources } from '../dataSources';
import { inFolder } from '../folder';
import { counted, countUnit, figure, inWords, only, renamed, rows, trend } from '../panels';
import { aggregate, byTime, count, documents, sum, terms } from '../query';
import type { Panel } from '../spend/inRow';
import type { World } from '../world';

const { reviews } = dataSources;
const item = reviews.index.fields;
const source = reviews;
const mostCommon = { size: 10, orderBy: '_count' };
const received =
  'An item is opened by the first notification that reaches the service’s signed webhook, so each one was delivered there; what goes to email, Slack or PagerDuty is known to Grafana’s alert history only.';

/** What fired, when, for whom, and what reached the service. */
export function alertDelivery(world: World): dashboard.DashboardBuilder {
  const board = inFolder(
    {
      title: 'Alert delivery',
      uid: 'alert-delivery',
      description: 'Which alerts fired when, what reached the service, who took them up and how they ended.',
      reads: 'events',
    },
    world
  )
    .time({ from: 'now-7d', to: 'now' })
    .refresh('30s');
  for (const panel of [...figures(), overTime(world), bySeverity(), items()]) {
    board.withPanel(panel);
  }
  return board;
}

function figures(): Panel[] {
  const of = (title: string, how: string, filter: string, metric = count): Panel =>
    figure({
      title,
      how,
      width: 6,
      height: 4,
      unit: countUnit,
      queries: [
        aggregate(source, { filter, metrics: [metric], by: [terms(item.source, { size: 1, orderBy: '_count' })] }),
      ],
    }).noValue('0');
  return [
    of('How many alerts fired?', `Alerts that opened an item in the range. ${received}`, '*'),
    of('How many notifications came?', 'Notifications that the webhook took for them, repeats included.', '*', sum(item.notifications)), // prettier-ignore
    of('How many wait for a person?', 'Items opened in the range that nobody has closed and no source called resolved.', `${item.status}:open`), // prettier-ignore
    of('How many did the service act on?', 'Items for which the policy let the service act by itself.', `_exists_:${item.action_result}`), // prettier-ignore
  ];
}

const overTime = (world: World): Panel =>
  trend({
    title: 'When did what fire?',
    how: 'Items per hour in which their alert first reached the service, by severity.',
    width: 12,
    height: 9,
    unit: countUnit,
    queries: [
      aggregate(source, {
        alias: `{{${item.severity}}}`,
        metrics: [count],
        by: [terms(item.severity, mostCommon), byTime(item.opened_at, '1h', world.timeZone)],
      }),
    ],
  }).noValue('No alert reached the service in this range');

const bySeverity = (): Panel =>
  rows({
    title: 'How did they end?',
    how: 'Items opened in the range by where they came from, how severe they were and how they stand.',
    width: 12,
    height: 9,
    queries: [
      aggregate(source, {
        metrics: [count],
        by: [terms(item.source, mostCommon), terms(item.severity, mostCommon), terms(item.status, mostCommon)],
      }),
    ],
  })
    .noValue('No alert reached the service in this range')
    .transformations([
      renamed({ [item.source]: 'From', [item.severity]: 'Severity', [item.status]: 'Now', Count: 'Alerts' }, [
        item.source,
        item.severity,
        item.status,
        'Count',
      ]),
    ])
    .overrides([counted('Alerts')]);

function items(): Panel {
  const columns = {
    [item.starts_at]: 'Fired',
    [item.opened_at]: 'Reached us',
    [item.title]: 'Alert',
    [item.severity]: 'Severity',
    [item.target.id]: 'About',
    [item.notifications]: 'Notifications',
    [item.status]: 'Now',
    [item.closed_by.login]: 'Closed by',
    [item.action_result]: 'Acted by itself',
    [item.link]: 'Table',
  };
  return rows({
    title: 'What fired, when, and who was told?',
    how: `The newest 100 items in the range: when the alert fired and when it reached the service, how often, and who closed it. ${received}`,
    width: 24,
    height: 12,
    queries: [documents(source, { size: 100 })],
  })
    .noValue('No alert reached the service in this range')
    .transformations([asMoments(item.starts_at), only(Object.keys(columns)), renamed(columns, Object.keys(columns))])
    .overrides([
      ...moments(['Fired', 'Reached us']),
      inWords('Now', { open: '! open', done: '✓ done' }),
      counted('Notifications'),
      ...narrow(['Severity', 'Notifications', 'Now', 'Closed by', 'Acted by itself'], 110),
      leadingTo('Table', [{ title: 'Open what the alert was about', url: '${__value.raw}' }]),
      sentences('Alert', 220),
    ]);
}
