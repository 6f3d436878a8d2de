import { PanelPlugin } from '@grafana/data';
import { loadTranslations } from '../../shared/i18n/loadTranslations';
import { SegmentExplorerPanel } from './SegmentExplorerPanel';

loadTranslations();

export const plugin = new PanelPlugin(SegmentExplorerPanel);
