/** Ids of the app's nested panels, as their plugin.json files spell them (a test holds both together). */
export const panelIds = {
  segmentExplorer: 'spendscope-segmentexplorer-panel',
  personaCards: 'spendscope-personacards-panel',
  anomalyTable: 'spendscope-anomalytable-panel',
} as const;
