import { PanelPlugin } from '@grafana/data';
import { loadTranslations } from '../../shared/i18n/loadTranslations';
import { SegmentExplorerPanel } from './SegmentExplorerPanel';
import { migrateOptions } from './migrations';
import { addExplorerOptions } from './options';
import { suggestSegmentExplorer } from './suggest';
import type { SegmentExplorerOptions } from './types';

loadTranslations();

export const plugin = new PanelPlugin<SegmentExplorerOptions>(SegmentExplorerPanel)
  .setMigrationHandler(migrateOptions)
  .setSuggestionsSupplier(suggestSegmentExplorer)
  .useFieldConfig()
  .setPanelOptions(addExplorerOptions);
