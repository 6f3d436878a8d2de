import { anomalyThreshold } from '@spendscope/contracts';
import { alarming } from '../alarming';
import { dataSources } from '../dataSources';
import { type Placed, board } from './board';
import { dataView } from './dataView';
import type { SavedObject } from './savedObject';
import { average, byTime, count, distinct, kinds, terms, visualization } from './visualization';

const source = dataSources.anomalies;
const field = source.index.fields;
const severe = `${alarming} AND ${field.anomalyScore}:>=${anomalyThreshold}`;
const standOut = `Transactions with a score from ${anomalyThreshold}, but for what is suppressed or labelled a false alarm.`;
const score = average('Average score', field.anomalyScore);

const asked = (id: string, about: Omit<Parameters<typeof visualization>[1], 'id'>): SavedObject =>
  visualization(source, { id: `spendscope-kibana-${id}`, ...about });

const panels: readonly Placed[] = [
  {
    shown: asked('how-many', {
      title: 'How many stand out?',
      how: standOut,
      kind: kinds.figure,
      aggs: [count('Transactions')],
      filter: severe,
    }),
    ...{ x: 0, y: 0, w: 12, h: 8 },
  },
  {
    shown: asked('how-many-customers', {
      title: 'How many customers are hit?',
      how: `Distinct customers. ${standOut}`,
      kind: kinds.figure,
      aggs: [distinct('Customers', field.user_id)],
      filter: severe,
    }),
    ...{ x: 12, y: 0, w: 12, h: 8 },
  },
  {
    shown: asked('how-severe', {
      title: 'How severe are they?',
      how: `Average score of the transactions stored (0.5 and above); the alert asks the same of 5 minutes and fires above ${anomalyThreshold}.`,
      kind: kinds.figure,
      aggs: [score],
      filter: alarming,
    }),
    ...{ x: 24, y: 0, w: 24, h: 8 },
  },
  {
    shown: asked('getting-worse', {
      title: 'Is it getting worse?',
      how: `Average score of the transactions stored over time; the line at ${anomalyThreshold} is where the alert fires.`,
      kind: kinds.bars('Average score', anomalyThreshold),
      aggs: [score, byTime(field.timestamp)],
      filter: alarming,
    }),
    ...{ x: 0, y: 8, w: 48, h: 14 },
  },
  {
    shown: asked('why', {
      title: 'Why do they stand out?',
      how: `By the features that moved each score most; one transaction can count under several. ${standOut}`,
      kind: kinds.table,
      aggs: [count('Transactions'), score, terms('Reason', field.reasons, 20)],
      filter: severe,
    }),
    ...{ x: 0, y: 22, w: 24, h: 16 },
  },
  {
    shown: asked('who', {
      title: 'Which customers are hit most?',
      how: `By token. ${standOut}`,
      kind: kinds.table,
      aggs: [count('Transactions'), score, terms('Customer', field.user_id, 50)],
      filter: severe,
    }),
    ...{ x: 24, y: 22, w: 24, h: 16 },
  },
];

/** The data view and the dashboard, what is referred to before what refers to it. */
export const savedObjects: readonly SavedObject[] = [
  dataView(source),
  ...panels.map(({ shown }) => shown),
  board(
    {
      id: 'spendscope-kibana-anomalies',
      title: 'Spendscope: anomalies',
      description: 'What stands out, whom it hits and why. Decisions are taken in Grafana.',
    },
    panels
  ),
];

/** `deploy/kibana`: what Kibana’s import takes, one object a line. */
export const kibanaFiles = (): Record<string, string> => ({
  'spendscope.ndjson': savedObjects.map((object) => `${JSON.stringify(object)}\n`).join(''),
});
