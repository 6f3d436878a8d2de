import { PanelPlugin } from '@grafana/data';
import { anomalyRoleLabel, anomalyRoles } from '../../shared/anomalies/anomalyRoles';
import { addFieldRoleOptions } from '../../shared/fields/addFieldRoleOptions';
import { loadTranslations } from '../../shared/i18n/loadTranslations';
import { t } from '../../shared/i18n/t';
import { AnomalyTablePanel } from './AnomalyTablePanel';
import { migrateOptions } from './migrations';
import { suggestAnomalyTable } from './suggest';
import { type AnomalyTableOptions, defaultOptions } from './types';

loadTranslations();

export const plugin = new PanelPlugin<AnomalyTableOptions>(AnomalyTablePanel)
  .setMigrationHandler(migrateOptions)
  .setSuggestionsSupplier(suggestAnomalyTable)
  .setPanelOptions((builder) => {
    builder
      .addNumberInput({
        path: 'top',
        name: t('anomalyTable.option.top', 'Rows'),
        description: t('anomalyTable.option.topHint', 'The highest scores, 10 to 500'),
        defaultValue: defaultOptions.top,
        settings: { min: 10, max: 500, integer: true },
      })
      .addNumberInput({
        path: 'minScore',
        name: t('anomalyTable.option.minScore', 'Lowest score'),
        defaultValue: defaultOptions.minScore,
        settings: { min: 0, max: 1, step: 0.05 },
      })
      .addBooleanSwitch({
        path: 'showActions',
        name: t('anomalyTable.option.actions', 'Buttons'),
        description: t('anomalyTable.option.actionsHint', 'Only what the user may do is ever shown'),
        defaultValue: defaultOptions.showActions,
      })
      .addBooleanSwitch({
        path: 'showMap',
        name: t('anomalyTable.option.map', 'Map'),
        description: t('anomalyTable.option.mapHint', 'Open at first; whoever looks at it can open and close it'),
        defaultValue: defaultOptions.showMap,
      })
      .addBooleanSwitch({
        path: 'showTimeline',
        name: t('anomalyTable.option.timeline', 'Scores over time'),
        description: t(
          'anomalyTable.option.timelineHint',
          'A second query with a time and a mean adds a line to the rows’ own scores'
        ),
        defaultValue: defaultOptions.showTimeline,
      });
    addFieldRoleOptions(builder, anomalyRoles, anomalyRoleLabel);
  });
