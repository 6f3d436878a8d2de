import { driftGroups } from '@spendscope/contracts';
import { type DriftPoint, point } from './driftPoint';

const tenths = 10;

/**
 * Whether probabilities come true: mean probability and share of those who left, of all and of ten parts of equal size by
 * probability, and the expected calibration error over these (Naeini et al. 2015).
 *
 * @param labels 1 who left, 0 who stayed
 */
export function calibrationPoints(probability: Float64Array, labels: ArrayLike<number>): DriftPoint[] {
  const rows = Array.from(probability.keys()).sort((a, b) => probability[a]! - probability[b]!);
  const mean = (chosen: readonly number[], of: ArrayLike<number>): number =>
    chosen.reduce((sum, row) => sum + of[row]!, 0) / chosen.length;
  const rates = (group: string, chosen: readonly number[]): [DriftPoint, DriftPoint] => [
    point(group, 'expected_rate', mean(chosen, probability)),
    point(group, 'observed_rate', mean(chosen, labels)),
  ];
  const parts = rows.length < tenths ? [] : Array.from({ length: tenths }, (_, tenth) => rows.slice(Math.floor((tenth * rows.length) / tenths), Math.floor(((tenth + 1) * rows.length) / tenths))); // prettier-ignore
  let error = 0;
  const byTenth = parts.flatMap((part, tenth) => {
    const [expected, observed] = rates(driftGroups.tenth(tenth + 1), part);
    error += (Math.abs(expected.value - observed.value) * part.length) / rows.length;
    return [expected, observed];
  });
  return [
    ...(rows.length > 0 ? rates(driftGroups.calibration, rows) : []),
    ...byTenth,
    ...(parts.length > 0 ? [point(driftGroups.calibration, 'calibration_error', error)] : []),
  ];
}
