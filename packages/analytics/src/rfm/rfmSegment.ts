export const rfmSegments = [
  'champions',
  'loyal',
  'potential loyalists',
  'new',
  'promising',
  'need attention',
  'about to sleep',
  'at risk',
  'cannot lose',
  'hibernating',
] as const;
export type RfmSegment = (typeof rfmSegments)[number];

// Rows: recency score 1 to 5. Columns: mean of frequency and monetary score, rounded up, 1 to 5.
const grid: readonly (readonly RfmSegment[])[] = [
  ['hibernating', 'hibernating', 'at risk', 'at risk', 'cannot lose'],
  ['hibernating', 'hibernating', 'at risk', 'at risk', 'cannot lose'],
  ['about to sleep', 'about to sleep', 'need attention', 'loyal', 'loyal'],
  ['promising', 'potential loyalists', 'potential loyalists', 'loyal', 'loyal'],
  ['new', 'potential loyalists', 'potential loyalists', 'champions', 'champions'],
];

/** The customary name of an RFM score: recency against the mean of frequency and monetary (rounded up). */
export function rfmSegment(recency: number, frequency: number, monetary: number): RfmSegment {
  return grid[recency - 1]![Math.ceil((frequency + monetary) / 2) - 1]!;
}
