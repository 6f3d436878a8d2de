import * as dashboard from '@grafana/grafana-foundation-sdk/dashboard';
import { comparison, modelCurves, modelTables, whyBelieve } from './churnModelPanels';
import { churnShare, churnCuts } from './churnSharePanels';
import {
  anomalyHours,
  boxes,
  boxFigures,
  correlations,
  findings,
  missingValues,
  twoHabits,
} from './customerPicturePanels';
import { dataSources } from './dataSources';
import { inFolder } from './folder';
import type { World } from './world';

const model = dataSources.churnModels.index.fields;

const learners = {
  'Stack of all': 'stacking',
  'Soft vote of all': 'soft_vote',
  'Hard vote of all': 'hard_vote',
  'Histogram boosting': 'histogram_boosting',
  'Gradient boosting': 'gradient_boosting',
  'Random forest': 'random_forest',
  'Extra trees': 'extra_trees',
  'Decision tree': 'decision_tree',
  'Logistic regression': 'logistic_regression',
  'Linear SVM': 'svm_linear',
  'SVM with radial kernel': 'svm_rbf',
  'Nearest neighbours': 'k_nearest',
};

/** A choice whose values are Lucene, so that "the best" needs no name. */
function choice(name: string, label: string, values: Record<string, string>): dashboard.CustomVariableBuilder {
  const [[text, value]] = Object.entries(values) as [[string, string]];
  return new dashboard.CustomVariableBuilder(name)
    .label(label)
    .values(
      Object.entries(values)
        .map(([shown, lucene]) => `${shown} : ${lucene}`)
        .join(',')
    ) // prettier-ignore
    .current({ selected: true, text, value });
}

export function churnRetention(world: World): dashboard.DashboardBuilder {
  const board = inFolder(
    {
      title: 'Churn and retention',
      uid: 'churn-retention',
      description: 'Who leaves, how they differ, how well it can be told beforehand, and which figures to believe.',
      reads: 'newest run',
    },
    world
  )
    // Figures are dated by their run, not by the data: every range must show the run that the alias points to.
    .time({ from: 'now-10y', to: 'now' })
    .timepicker(new dashboard.TimePickerBuilder().hidden(true))
    .withVariable(
      choice('model', 'Pictures of', {
        'Best of the split': `${model.best}:true`,
        ...Object.fromEntries(Object.entries(learners).map(([name, code]) => [name, `${model.model}:${code}`])),
      })
    )
    .withVariable(
      choice('split', 'Test customers', {
        'To be believed': `${model.believed}:true`,
        'Dealt at random': `${model.split}:random`,
        'Repeats kept together': `${model.split}:grouped`,
      })
    );
  const panels = [
    ...churnShare(world),
    findings(),
    ...churnCuts(world),
    ...boxes(world),
    boxFigures(),
    twoHabits(world),
    ...comparison(),
    whyBelieve(),
    ...modelCurves(),
    ...modelTables(),
    correlations(),
    missingValues(),
    anomalyHours(world),
  ];
  panels.forEach((panel) => board.withPanel(panel));
  return board;
}
