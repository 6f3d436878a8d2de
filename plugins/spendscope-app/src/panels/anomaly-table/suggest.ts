import { type PanelDataSummary, type VisualizationSuggestion, VisualizationSuggestionScore } from '@grafana/data';
import { anomalyRoles } from '../../shared/anomalies/anomalyRoles';
import { mapFields } from '../../shared/fields/mapFields';
import type { AnomalyTableOptions } from './types';

/** Offers the table where a frame has a score, a time and a customer (Grafana 12.4 and later ask). */
export function suggestAnomalyTable({
  rawFrames = [],
}: Pick<PanelDataSummary, 'rawFrames'>): Array<VisualizationSuggestion<AnomalyTableOptions>> {
  const { frame, missing } = mapFields(rawFrames, anomalyRoles);
  return frame && missing.length === 0
    ? [
        {
          score: VisualizationSuggestionScore.Best,
          cardOptions: {
            previewModifier: (suggestion) => {
              // A preview is no place to act from.
              suggestion.options = { ...suggestion.options, showActions: false, showMap: false, showTimeline: false };
            },
          },
        },
      ]
    : [];
}
