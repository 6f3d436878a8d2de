/** Points of a model that is watched: how far rows have moved from those that it learnt from, and how right it was. */
export const driftMetrics = [
  /** population stability index, of a feature or of the score */
  'psi',
  /** Kolmogorov and Smirnov's statistic, and its p-value */
  'ks',
  'ks_p',
  /** mean probability, and the share that came true; of all, and of tenths by probability */
  'expected_rate',
  'observed_rate',
  'calibration_error',
  /** verdicts of people on its alarms, the share of them that were right, and the hours until they came */
  'labelled',
  'label_precision',
  'label_delay_hours',
] as const;
export type DriftMetric = (typeof driftMetrics)[number];

/** Groups of those points. */
export const driftGroups = {
  feature: (name: string): string => `feature/${name}`,
  score: 'score/all',
  segment: (name: string): string => `score/${name}`,
  calibration: 'calibration/all',
  /** the tenths by probability, the lowest first */
  tenth: (number: number): string => `calibration/${String(number).padStart(2, '0')}`,
  labels: 'labels/all',
} as const;
