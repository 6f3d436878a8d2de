import { PanelPlugin } from '@grafana/data';
import { loadTranslations } from '../../shared/i18n/loadTranslations';
import { PersonaCardsPanel } from './PersonaCardsPanel';

loadTranslations();

export const plugin = new PanelPlugin(PersonaCardsPanel);
