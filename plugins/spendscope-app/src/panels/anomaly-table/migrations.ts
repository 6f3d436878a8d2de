import type { PanelModel } from '@grafana/data';
import { type AnomalyTableOptions, defaultOptions } from './types';

/**
 * Brings stored options to the present shape; pure, and running it twice changes nothing.
 *
 * 0.1: a table alone. Now map and scores over time can be open beneath it; in a dashboard that was laid out for the table
 * they stay closed.
 */
export function migrateOptions(panel: Pick<PanelModel<Partial<AnomalyTableOptions>>, 'options'>): AnomalyTableOptions {
  return { ...defaultOptions, ...panel.options };
}
