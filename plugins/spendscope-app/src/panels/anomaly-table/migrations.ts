import type { PanelModel } from '@grafana/data';
import { type AnomalyTableOptions, defaultOptions } from './types';

/** Brings stored options to the present shape; pure, and running it twice changes nothing. */
export function migrateOptions(panel: Pick<PanelModel<Partial<AnomalyTableOptions>>, 'options'>): AnomalyTableOptions {
  return { ...defaultOptions, ...panel.options };
}
