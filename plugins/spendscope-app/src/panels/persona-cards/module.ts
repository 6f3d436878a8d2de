import { PanelPlugin } from '@grafana/data';
import { loadTranslations } from '../../shared/i18n/loadTranslations';
import { t } from '../../shared/i18n/t';
import { PersonaCardsPanel } from './PersonaCardsPanel';
import { migrateOptions } from './migrations';
import { suggestPersonaCards } from './suggest';
import { defaultOptions, type PersonaCardsOptions } from './types';

loadTranslations();

export const plugin = new PanelPlugin<PersonaCardsOptions>(PersonaCardsPanel)
  .setMigrationHandler(migrateOptions)
  .setSuggestionsSupplier(suggestPersonaCards)
  .useFieldConfig()
  .setPanelOptions((builder) =>
    builder
      .addTextInput({
        path: 'clusterVariable',
        name: t('personas.option.variable', 'Dashboard variable of clusters'),
        defaultValue: defaultOptions.clusterVariable,
      })
      .addRadio({
        path: 'clusterValue',
        name: t('personas.option.value', 'The variable holds'),
        defaultValue: defaultOptions.clusterValue,
        settings: {
          options: [
            { value: 'name', label: t('personas.option.byName', 'Persona') },
            { value: 'number', label: t('personas.option.byNumber', 'Number') },
          ],
        },
      })
      .addTextInput({
        path: 'explorerUrl',
        name: t('personas.option.url', 'Explorer’s dashboard'),
        description: t('personas.option.urlHint', 'Path such as /d/segments; empty stays on this dashboard'),
        defaultValue: defaultOptions.explorerUrl,
      })
  );
