import type * as stat from '@grafana/grafana-foundation-sdk/stat';
import type * as table from '@grafana/grafana-foundation-sdk/table';
import type * as text from '@grafana/grafana-foundation-sdk/text';
import { appId } from '@spendscope/contracts';
import { marks } from './annotations';
import { asMoments } from './columns';
import { dataSources } from './dataSources';
import { explanation } from './explanations';
import { countUnit, figure, inWords, only, renamed, rows, wide } from './panels';
import { aggregate, count, documents, terms } from './query';
import { words } from './words';

const interventions = dataSources.interventions;
const act = interventions.index.fields;

/**
 * Acts are dated by when somebody asked for them. A dashboard in the range of past data would never find one and claim
 * that nothing was done, so it says where they are instead.
 */
export const actsElsewhere = (place: { width: number; height: number }): text.PanelBuilder =>
  explanation({
    title: 'What was done?',
    about:
      'Acts are dated by when they were asked for; this dashboard shows the range of the loaded data, which is past.',
    paragraphs: [`See the [audit page](/a/${appId}/audit): acts carry today’s date, this dashboard the data’s.`],
    ...place,
  });

/** Acts as marks over the score: what was refused or still waits has changed nothing that the bars could show. */
export const actMarks = (): ReturnType<typeof marks> =>
  marks(interventions, {
    name: 'Acts',
    colour: 'orange',
    filter: `${act.state}:(executing OR active OR releasing OR released) AND ${act.target.id}:\${user:raw}`,
    text: act.action,
    tags: act.target.id,
  });

export function actsInForce(): stat.PanelBuilder {
  return figure({
    title: 'How many acts are in force?',
    how: 'Interventions requested in the range that are still active.',
    width: 6,
    height: 4,
    unit: countUnit,
    queries: [
      aggregate(interventions, {
        filter: `${act.state}:active`,
        metrics: [count],
        by: [terms(act.state, { size: 1, orderBy: '_count' })],
      }),
    ],
  }).noValue('0');
}

/** Fields of an act in the order of the table, as people call them. */
const columns = {
  [act.requested_at]: 'When',
  [act.action]: 'Action',
  [act.target.id]: 'Target',
  [act.state]: 'State',
  [act.reason_code]: 'Reason',
  [act.requested_by.login]: 'By',
  [act.expires_at]: 'Ends',
};

export function actsDone(): table.PanelBuilder {
  return rows({
    title: 'What was done?',
    how: 'The newest 100 interventions in the range, with their state. The audit page of the app holds the whole record.',
    width: 14,
    height: 9,
    queries: [documents(interventions, { size: 100 })],
  })
    .noValue('Nothing was done in this range')
    .overrides([
      inWords('Action', words.actions),
      inWords('State', words.states),
      inWords('Reason', words.grounds),
      wide('Action', 120),
      wide('Target', 120),
      wide('State', 80),
      wide('Reason', 135),
      wide('By', 65),
      ...['When', 'Ends'].map((column) => ({
        matcher: { id: 'byName', options: column },
        properties: [
          { id: 'unit', value: 'time:MM-DD HH:mm' },
          { id: 'custom.width', value: 100 },
        ],
      })),
    ])
    .transformations([
      // As a field of a document it comes as text.
      asMoments(act.expires_at),
      only(Object.keys(columns)),
      renamed(columns, Object.keys(columns)),
    ]);
}
