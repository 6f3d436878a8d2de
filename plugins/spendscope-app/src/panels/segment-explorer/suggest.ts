import { type PanelDataSummary, type VisualizationSuggestion, VisualizationSuggestionScore } from '@grafana/data';
import { mapFields } from '../../shared/fields/mapFields';
import { explorerRoles } from './prepare/matchRoles';
import type { SegmentExplorerOptions } from './types';

/**
 * Offers the explorer where a frame has both axes by name, and either counts of customers on them or customers (Grafana 12.4
 * and later ask). Any two numbers would do, but for those Grafana's own panels are the better offer.
 */
export function suggestSegmentExplorer({
  rawFrames = [],
}: Pick<PanelDataSummary, 'rawFrames'>): Array<VisualizationSuggestion<SegmentExplorerOptions>> {
  const offers = (mode: SegmentExplorerOptions['mode']): Array<VisualizationSuggestion<SegmentExplorerOptions>> => [
    { score: VisualizationSuggestionScore.Best, options: { mode } },
  ];
  const mapped = rawFrames
    .filter((frame) => frame.length > 0)
    .map((frame) => mapFields([frame], explorerRoles))
    .filter(({ missing }) => missing.length === 0);
  if (mapped.some(({ fields }) => fields.count)) {
    return offers('density');
  }
  return mapped.some(({ fields }) => fields.customer) ? offers('points') : [];
}
