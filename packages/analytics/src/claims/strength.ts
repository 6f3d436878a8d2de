import type { Measure } from './association';

export const strengths = ['negligible', 'small', 'medium', 'large'] as const;
export type Strength = (typeof strengths)[number];

/** Least values of small, medium and large (Cohen, "Statistical Power Analysis", 1988). */
const cuts: Record<Exclude<Measure, 'odds_ratio'>, readonly [number, number, number]> = {
  hedges_g: [0.2, 0.5, 0.8],
  pearson_r: [0.1, 0.3, 0.5],
  cramers_v: [0.1, 0.3, 0.5],
  epsilon_squared: [0.01, 0.06, 0.14],
};

/** How large an effect is; an odds ratio counts as the standardised difference ln(OR) · √3 ÷ π (Chinn 2000). */
export function strengthOf(measure: Measure, value: number): Strength {
  const size = measure === 'odds_ratio' ? Math.abs(Math.log(value)) * (Math.sqrt(3) / Math.PI) : Math.abs(value);
  const steps = cuts[measure === 'odds_ratio' ? 'hedges_g' : measure];
  return strengths[steps.filter((cut) => size >= cut).length]!;
}
