/** Angles in radians, clockwise from twelve o'clock, between which a gauge's dial runs. */
export const gaugeStart = -0.65 * Math.PI;
export const gaugeEnd = 0.65 * Math.PI;

/** The angle of a value on a dial from min to max; values beyond it stop at its ends. */
export function gaugeAngle(value: number, min: number, max: number): number {
  const share = max > min ? (value - min) / (max - min) : 0;
  return gaugeStart + (gaugeEnd - gaugeStart) * Math.min(1, Math.max(0, Number.isFinite(share) ? share : 0));
}

export interface ThresholdBand {
  from: number;
  to: number;
  color: string;
}

/** The stretches of a dial that thresholds colour: each step from its value up to the next one's. */
export function thresholdBands(
  steps: readonly { value: number | null; color: string }[],
  min: number,
  max: number
): ThresholdBand[] {
  return steps
    .map((step, at) => ({
      from: Math.max(min, step.value ?? min),
      to: Math.min(max, steps[at + 1]?.value ?? max),
      color: step.color,
    }))
    .filter((band) => band.to > band.from);
}
