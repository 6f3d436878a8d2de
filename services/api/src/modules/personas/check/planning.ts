/** Figures that a strategy may name though no data gave them: horizons and how often. */
export const planning = { days: [7, 14, 30, 60, 90], counts: [1, 2, 3] } as const;
