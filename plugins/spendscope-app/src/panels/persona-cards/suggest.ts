import { type PanelDataSummary, type VisualizationSuggestion, VisualizationSuggestionScore } from '@grafana/data';
import { isSegmentsFrame } from '../../shared/segments/readSegments';
import type { PersonaCardsOptions } from './types';

/** Offers the cards where a frame holds segments (Grafana 12.4 and later ask). */
export function suggestPersonaCards({
  rawFrames = [],
}: Pick<PanelDataSummary, 'rawFrames'>): Array<VisualizationSuggestion<PersonaCardsOptions>> {
  return rawFrames.some((frame) => frame.length > 0 && isSegmentsFrame(frame))
    ? [{ score: VisualizationSuggestionScore.Best }]
    : [];
}
