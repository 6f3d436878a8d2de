import type * as dashboard from '@grafana/grafana-foundation-sdk/dashboard';
import { dataSources } from './dataSources';
import { inFolder } from './folder';
import { countUnit, figure, only, renamed, rows, trend } from './panels';
import { aggregate, byTime, count, documents, terms } from './query';
import type { World } from './world';

const { interventions, reviews, controls } = dataSources;
const act = interventions.index.fields;
const review = reviews.index.fields;
const control = controls.index.fields;
const mostCommon = { size: 5, orderBy: '_count' };

/** What the alert rules of the service ask, by rule; the dashboard draws the same. */
export const serviceQuestions = {
  overdue: `${act.state}:active AND ${act.expires_at}:[* TO now-2m]`,
  open: `${act.state}:(unknown OR executing OR releasing OR approved) AND ${act.updated_at}:[* TO now-5m]`,
  waiting: `${act.state}:pending_approval AND ${act.requested_at}:[* TO now-4h]`,
  failed: `${act.state}:failed`,
  braked: `_id:breaker AND ${control.value}:open`,
  unproven: `_id:audit_chain AND (${[
    `${control.value}:broken`,
    `(${control.value}:unverified AND ${control.changed_at}:[* TO now-1h])`,
    `${control.changed_at}:[* TO now-2d]`,
  ].join(' OR ')})`,
} as const;

/** Titles of the panels that draw what the rules ask. */
export const servicePanels = {
  overdue: 'In force past their end?',
  open: 'Left between two states?',
  waiting: 'Waiting for over four hours?',
  outcomes: 'What becomes of them?',
  switches: 'What holds the service back?',
} as const;

/** How the interventions service itself does, from what it stores; its Prometheus metrics say the rest (docs/operations.md). */
export function interventionsService(world: World): dashboard.DashboardBuilder {
  return inFolder(
    {
      title: 'Interventions service',
      uid: 'interventions-service',
      description: 'Whether acts are carried out, ended and approved in time, and what holds the service back.',
      reads: 'events',
    },
    world
  )
    .time({ from: 'now-7d', to: 'now' })
    .refresh('30s')
    .withPanel(
      counted(
        'Waiting for a second person?',
        'Requests in the range that nobody has decided yet.',
        `${act.state}:pending_approval`
      )
    )
    .withPanel(counted(servicePanels.waiting, 'They expire unanswered after a day.', serviceQuestions.waiting))
    .withPanel(
      counted(
        servicePanels.overdue,
        'More than two minutes late: the worker that ends them does not run. See the operator’s guide.',
        serviceQuestions.overdue
      )
    )
    .withPanel(
      counted(
        servicePanels.open,
        'For more than five minutes: reconciliation does not get an answer from a connector.',
        serviceQuestions.open
      )
    )
    .withPanel(
      trend({
        title: 'Which acts are asked for?',
        how: 'Interventions by the hour they were asked for, by action.',
        width: 12,
        height: 8,
        unit: countUnit,
        queries: [
          aggregate(interventions, {
            metrics: [count],
            by: [terms(act.action, mostCommon), byTime(act.requested_at, '1h', world.timeZone)],
          }),
        ],
      })
    )
    .withPanel(
      trend({
        title: servicePanels.outcomes,
        how: 'Interventions by the hour they were asked for, by the state they are in now.',
        width: 12,
        height: 8,
        unit: countUnit,
        queries: [
          aggregate(interventions, {
            metrics: [count],
            by: [terms(act.state, { ...mostCommon, size: 13 }), byTime(act.requested_at, '1h', world.timeZone)],
          }),
        ],
      })
    )
    .withPanel(
      rows({
        title: 'Which alerts wait for a person?',
        how: 'Review items that alerts opened in the range, newest first.',
        width: 12,
        height: 8,
        queries: [documents(reviews, { filter: `${review.status}:open`, size: 100 })],
      }).transformations([
        only([review.opened_at, review.title, review.target.id, review.notifications, review.action_result]),
        renamed({
          [review.opened_at]: 'Opened',
          [review.title]: 'Alert',
          [review.target.id]: 'Customer',
          [review.notifications]: 'Told',
          [review.action_result]: 'Acted by itself',
        }),
      ])
    )
    .withPanel(
      rows({
        title: servicePanels.switches,
        how: 'Switches that people or the blast-radius brake have thrown in the range, and the newest verdict on the audit log: unverified where there was none yet.',
        width: 12,
        height: 8,
        queries: [documents(controls, { size: 10 })],
      }).transformations([
        only([control.changed_at, '_id', control.value, control.changed_by.login, control.reason]),
        renamed({
          [control.changed_at]: 'Since',
          _id: 'Switch',
          [control.value]: 'Stands at',
          [control.changed_by.login]: 'By',
          [control.reason]: 'Why',
        }),
      ])
    );
}

const counted = (title: string, how: string, filter: string): ReturnType<typeof figure> =>
  figure({
    title,
    how,
    width: 6,
    height: 4,
    unit: countUnit,
    queries: [
      aggregate(interventions, {
        filter,
        metrics: [count],
        by: [terms(act.connector, { size: 1, orderBy: '_count' })],
      }),
    ],
  }).noValue('0');
