import { PanelPlugin } from '@grafana/data';
import { loadTranslations } from '../../shared/i18n/loadTranslations';
import { AnomalyTablePanel } from './AnomalyTablePanel';

loadTranslations();

export const plugin = new PanelPlugin(AnomalyTablePanel);
