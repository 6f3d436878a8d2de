import type { PanelModel } from '@grafana/data';
import { defaultOptions, type PersonaCardsOptions } from './types';

/** Brings stored options to the present shape; pure, and running it twice changes nothing. */
export function migrateOptions(panel: Pick<PanelModel<Partial<PersonaCardsOptions>>, 'options'>): PersonaCardsOptions {
  return { ...defaultOptions, ...panel.options };
}
