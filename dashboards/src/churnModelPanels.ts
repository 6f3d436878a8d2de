import type { Builder } from '@grafana/grafana-foundation-sdk/cog';
import type * as dashboard from '@grafana/grafana-foundation-sdk/dashboard';
import type * as table from '@grafana/grafana-foundation-sdk/table';
import * as xychart from '@grafana/grafana-foundation-sdk/xychart';
import { dataSources } from './dataSources';
import { barCell, counted, curves, inWords, only, renamed, rows, sorted, wide } from './panels';
import { documents } from './query';

type Panel = Builder<dashboard.Panel>;
type Override = ReturnType<typeof wide>;

const models = dataSources.churnModels;
const figures = dataSources.churnFigures;
const model = models.index.fields;
const figure = figures.index.fields;

export const nothingCompared =
  'No model was compared in the newest run: too few customers, or a history too short to learn from';

/** Which model and split the pictures show; the dashboard's variables of that name. */
const chosen = '(${model:raw}) AND (${split:raw})';
const logistic = `(\${split:raw}) AND ${figure.model}:logistic_regression`;
const reference = `(\${split:raw}) AND ${figure.model}:(chance OR perfect)`;

const chance = 'Knows nothing';
const perfect = 'Always right';

const decimals = (column: string, digits: number): Override => ({
  matcher: { id: 'byName', options: column },
  properties: [{ id: 'decimals', value: digits }],
});
const percent = (column: string): Override => ({
  matcher: { id: 'byName', options: column },
  properties: [
    { id: 'unit', value: 'percentunit' },
    { id: 'decimals', value: 1 },
  ],
});

/** px: as narrow as the names allow, so that all stand side by side. */
const widths = {
  Accuracy: 74,
  F1: 62,
  Recall: 64,
  Precision: 75,
  'ROC-AUC': 78,
  'PR-AUC': 72,
  Brier: 60,
  Calibrated: 84,
  Threshold: 79,
  Rows: 62,
};
const howCompared =
  'Each customer is tested once by models that had not seen them; mean of the test parts. F1, recall and precision are of those who leave, at thresholds chosen on predictions for training rows that were held out, never on the test part; “Which figures should you believe?” says what for. Brier: mean squared error of the probability, lower is better; calibrated: the same after Platt’s curve over log-odds, fitted on those held-out predictions. Ordered by PR-AUC.';

function compared(
  title: string,
  how: string,
  believed: boolean,
  width: number,
  scores: Record<string, string>
): table.PanelBuilder {
  const columns = { [model.name]: 'Model', ...scores };
  return rows({ title, how, width, height: 15, queries: [documents(models, { filter: `${model.believed}:${believed}`, size: 50 })] }) // prettier-ignore
    .transformations([sorted(model.place), only(Object.keys(columns)), renamed(columns, Object.keys(columns))])
    .overrides([
      { matcher: { id: 'byName', options: 'Model' }, properties: [{ id: 'custom.minWidth', value: 165 }] },
      ...['Accuracy', 'F1', 'Recall', 'Precision'].map(percent),
      ...['ROC-AUC', 'PR-AUC', 'Brier', 'Calibrated'].map((column) => decimals(column, 3)),
      decimals('Threshold', 2),
      counted('Rows'),
      ...Object.entries(widths).map(([column, width]) => wide(column, width)),
    ]);
}

/** Every model on both splits, side by side: the one to believe on the left. */
export const comparison = (): Panel[] => [
  compared(
    'Which model tells best who leaves?',
    `${howCompared} These are the figures to believe: where rows repeat others, all repeats of a customer are on one side. Customers’ probabilities come from histogram boosting, which tells its reasons, learnt from all customers whose answer is known, or from 50,000 of them drawn at random, and calibrated. Rows: customers of a training part; the radial SVM takes 1,200 of it at most, the linear one and nearest neighbours 10,000; blank for votes and the stack, which join the others.`,
    true,
    15,
    {
      [model.accuracy]: 'Accuracy',
      [model.f1]: 'F1',
      [model.recall]: 'Recall',
      [model.precision]: 'Precision',
      [model.roc_auc]: 'ROC-AUC',
      [model.pr_auc]: 'PR-AUC',
      [model.brier]: 'Brier',
      [model.brier_calibrated]: 'Calibrated',
      [model.threshold]: 'Threshold',
      [model.learnt_rows]: 'Rows',
    }
  ).noValue(nothingCompared),
  compared(
    'How much better would they look on repeats?',
    `${howCompared} Customers are dealt at random, though rows repeat others: such figures measure memory, and are here to be held against published ones.`,
    false,
    9,
    { [model.accuracy]: 'Accuracy', [model.f1]: 'F1', [model.roc_auc]: 'ROC-AUC', [model.pr_auc]: 'PR-AUC' }
  ).noValue('Next to no row repeats another, so one split says it all; or nothing was compared'),
];

/** What each split measures, in the words of the run. */
export function whyBelieve(): Panel {
  const columns = { [model.split]: 'Test customers', [model.target]: 'Leaving means', [model.rows]: 'Customers', [model.positives]: 'Left', [model.threshold_by]: 'Threshold for', [model.why]: 'Believe it?' }; // prettier-ignore
  return rows({
    title: 'Which figures should you believe?',
    how: 'The run looks for rows that repeat others with small changes. Where there are some, models are tested twice: on customers dealt at random, and with all repeats of a customer on one side. The second tells what to expect of customers not met yet. Threshold for: f1 is the best F1, recall:0.8 the highest precision that finds 80 % of those who leave, cost:10:1 the least cost where one missed costs 10 and a false alarm 1.',
    width: 24,
    height: 6,
    queries: [documents(models, { filter: `${model.model}:logistic_regression`, size: 10 })],
  })
    .noValue(nothingCompared)
    .transformations([sorted(model.place), only(Object.keys(columns)), renamed(columns, Object.keys(columns))])
    .overrides([
      wide('Test customers', 180),
      inWords('Test customers', { random: 'dealt at random', grouped: 'repeats kept together' }),
      wide('Leaving means', 240),
      wide('Threshold for', 110),
      { matcher: { id: 'byName', options: 'Customers' }, properties: [{ id: 'unit', value: 'locale' }, { id: 'custom.width', value: 95 }] }, // prettier-ignore
      { matcher: { id: 'byName', options: 'Left' }, properties: [{ id: 'unit', value: 'locale' }, { id: 'custom.width', value: 70 }] }, // prettier-ignore
      { matcher: { id: 'byName', options: 'Believe it?' }, properties: [{ id: 'custom.wrapText', value: true }] }, // prettier-ignore
    ]);
}

interface Curve {
  kind: string;
  title: string;
  how: string;
  x: string;
  y: string;
  /** Lucene by the name of the line, and its kind where it is another one */
  lines: Readonly<Record<string, string | { kind: string; filter: string }>>;
}

const refIds = ['A', 'B', 'C'];
const muted = [
  { id: 'color', value: { mode: 'fixed', fixedColor: '#8e8e99' } },
  { id: 'custom.lineStyle', value: { fill: 'dash', dash: [6, 5] } },
  { id: 'custom.show', value: 'lines' },
  { id: 'custom.lineWidth', value: 1 },
];

/** A query for each line, which is named by an override: as one frame of all lines they could not be told apart. */
function curve({ kind, title, how, x, y, lines }: Curve): xychart.PanelBuilder {
  const names = Object.keys(lines);
  const queries = Object.values(lines).map((line, at) => {
    const of = typeof line === 'string' ? { kind, filter: line } : line;
    return documents(figures, { refId: refIds[at]!, filter: `${figure.kind}:${of.kind} AND ${of.filter}`, size: 500 });
  });
  return curves({ title, how, width: 8, height: 12, unit: 'percentunit', queries })
    .noValue(nothingCompared)
    .min(0)
    .max(1)
    .decimals(0)
    .show(kind === 'calibration' ? xychart.XYShowMode.PointsAndLines : xychart.XYShowMode.Lines)
    .transformations([
      sorted(figure.place),
      only([figure.x, figure.y]),
      renamed({ [figure.x]: x, [figure.y]: y }, [figure.x, figure.y]),
    ])
    .overrides([
      ...[x, y].map((axis) => ({
        matcher: { id: 'byName', options: axis },
        properties: [{ id: 'custom.axisLabel', value: axis }],
      })),
      ...names.map((name, at) => ({
        matcher: { id: 'byFrameRefID', options: refIds[at]! },
        properties: [{ id: 'displayName', value: name }, ...(isReference(name) ? muted : [])],
      })),
    ]);
}

const isReference = (name: string): boolean => name === chance || name === perfect;

export const modelCurves = (): Panel[] => [
  curve({
    kind: 'roc',
    title: 'How many leavers for how many false alarms?',
    how: 'ROC curve of the chosen model beside logistic regression, over all thresholds, on test customers. A model that knows nothing lies on the dashed line.',
    x: 'Alarmed of those who stay',
    y: 'Found of those who leave',
    lines: { 'Chosen model': chosen, 'Logistic regression': logistic, [chance]: reference },
  }),
  curve({
    kind: 'precision_recall',
    title: 'How sure is an alarm?',
    how: 'Precision over recall of the chosen model beside logistic regression, over all thresholds, on test customers. With few leavers it says more than the ROC curve.',
    x: 'Found of those who leave',
    y: 'Right of those alarmed',
    lines: { 'Chosen model': chosen, 'Logistic regression': logistic },
  }),
  curve({
    kind: 'calibration',
    title: 'Does a probability mean what it says?',
    how: 'Test customers of the chosen model in ten bins of equal width by probability: its mean in the bin against the share that left. Calibrated: the same customers by Platt’s curve over log-odds, fitted on held-out predictions of the training part. On the dashed line probabilities are right; bins without customers are left out.',
    x: 'Mean probability',
    y: 'Share that left',
    lines: {
      'Chosen model': chosen,
      Calibrated: { kind: 'calibration_after', filter: chosen },
      [perfect]: reference,
    },
  }),
];

/** Counts, scores by class, and what the model looks at. */
export const modelTables = (): Panel[] => [
  rows({
    title: 'Whom does it miss, whom does it alarm?',
    how: 'Confusion matrix of the chosen model at its threshold, all test customers together, each once.',
    width: 8,
    height: 8,
    queries: [documents(figures, { filter: `${figure.kind}:confusion AND ${chosen}`, size: 10 })],
  })
    .noValue(nothingCompared)
    .transformations(
      pick({
        [figure.actual]: 'Customers who',
        [figure.said_leaves]: 'Said to leave',
        [figure.said_stays]: 'Said to stay',
      })
    ) // prettier-ignore
    .overrides([counted('Said to leave'), counted('Said to stay')]),
  rows({
    title: 'How well does it know each class?',
    how: 'Classification report of the chosen model at its threshold, all test customers together. Plain mean: both classes count alike; mean by customers: by their number.',
    width: 8,
    height: 8,
    queries: [documents(figures, { filter: `${figure.kind}:report AND ${chosen}`, size: 10 })],
  })
    .noValue(nothingCompared)
    .transformations(
      pick({
        [figure.actual]: 'Class',
        [figure.precision]: 'Precision',
        [figure.recall]: 'Recall',
        [figure.f1]: 'F1',
        [figure.rows]: 'Count',
      })
    ) // prettier-ignore
    .overrides([
      ...['Precision', 'Recall', 'F1'].map(percent),
      counted('Count'),
      wide('Class', 145),
      wide('Count', 64),
    ]),
  rows({
    title: 'What does it look at?',
    how: 'Permutation importance: how far ROC-AUC falls on test customers (500 at most of each part) where a column is shuffled, mean over test parts. Columns that say much the same share the fall. Not measured for votes, stack, nearest neighbours and the radial SVM, which would take longer to ask than to train; best of the split means the best that it was measured for.',
    width: 8,
    height: 8,
    queries: [documents(figures, { filter: `${figure.kind}:importance AND ${chosen}`, size: 50 })],
  })
    .noValue('Importance is not measured for this model: choose a single one, not a vote or the stack')
    .transformations(pick({ [figure.column]: 'Column', [figure.drop]: 'Fall in ROC-AUC', [figure.deviation]: '±' }))
    .overrides([barCell('Fall in ROC-AUC', 'none'), decimals('Fall in ROC-AUC', 3), decimals('±', 3), wide('±', 70)]),
];

function pick(columns: Record<string, string>): dashboard.DataTransformerConfig[] {
  return [sorted(figure.place), only(Object.keys(columns)), renamed(columns, Object.keys(columns))];
}
