import type { PanelOptionsEditorBuilder } from '@grafana/data';
import { addFieldRoleOptions } from '../../shared/fields/addFieldRoleOptions';
import { t } from '../../shared/i18n/t';
import { roleLabel } from './format/labels';
import { explorerRoles } from './prepare/matchRoles';
import { defaultOptions, type SegmentExplorerOptions } from './types';

/** The panel's options as Grafana's editor shows them. */
export function addExplorerOptions(builder: PanelOptionsEditorBuilder<SegmentExplorerOptions>): void {
  builder
    .addRadio({
      path: 'mode',
      name: t('explorer.mode.label', 'Drawn as'),
      defaultValue: defaultOptions.mode,
      settings: {
        options: [
          { value: 'auto', label: t('explorer.option.auto', 'As the query returns') },
          { value: 'density', label: t('explorer.mode.density', 'Density') },
          { value: 'points', label: t('explorer.mode.points', 'Points') },
          { value: 'full', label: t('explorer.mode.full', 'Full') },
        ],
      },
    })
    .addBooleanSwitch({
      path: 'showMarginals',
      name: t('explorer.option.marginals', 'Histograms beside the plot'),
      defaultValue: defaultOptions.showMarginals,
    })
    .addBooleanSwitch({
      path: 'applyOnRelease',
      name: t('explorer.option.release', 'Apply to dashboard at once'),
      description: t(
        'explorer.option.releaseHelp',
        'A box or lasso narrows the dashboard when it is drawn, without pressing the button.'
      ),
      defaultValue: defaultOptions.applyOnRelease,
    });
  addFieldRoleOptions(builder, explorerRoles, roleLabel);
  const names: Record<keyof SegmentExplorerOptions['variables'], string> = {
    cluster: t('explorer.option.cluster', 'Clusters'),
    xField: t('explorer.option.xField', 'Horizontal column'),
    xMin: t('explorer.option.xMin', 'Horizontal from'),
    xMax: t('explorer.option.xMax', 'Horizontal to'),
    yField: t('explorer.option.yField', 'Vertical column'),
    yMin: t('explorer.option.yMin', 'Vertical from'),
    yMax: t('explorer.option.yMax', 'Vertical to'),
    outline: t('explorer.option.outline', 'What was drawn, as a filter'),
    segment: t('explorer.option.segment', 'Saved segment'),
    detail: t('explorer.option.detail', 'Ask for points'),
  };
  builder.addRadio({
    path: 'clusterValue',
    name: t('explorer.option.clusterValue', 'Clusters are written by'),
    category: [t('explorer.option.variables', 'Dashboard variables that a selection writes')],
    defaultValue: defaultOptions.clusterValue,
    settings: {
      options: [
        { value: 'name', label: t('explorer.option.byName', 'Persona') },
        { value: 'number', label: t('explorer.option.byNumber', 'Number') },
      ],
    },
  });
  for (const key of Object.keys(names) as Array<keyof typeof names>) {
    builder.addTextInput({
      path: `variables.${key}`,
      name: names[key],
      category: [t('explorer.option.variables', 'Dashboard variables that a selection writes')],
      defaultValue: defaultOptions.variables[key],
    });
  }
}
