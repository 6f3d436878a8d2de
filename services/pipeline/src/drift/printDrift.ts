import { driftGroups } from '@spendscope/contracts';
import { textTable } from '../words/textTable';
import type { DriftPoint } from './driftPoint';

/** Features that are named, the farthest first. */
const most = 10;

/** What a person reads of a look: the score, and what has moved farthest. */
export function printDrift(version: string, points: readonly DriftPoint[]): string {
  const of = (group: string, metric: DriftPoint['metric']): string => {
    const found = points.find((each) => each.group === group && each.metric === metric);
    return found ? found.value.toFixed(3) : '–';
  };
  const farthest = points
    .filter(({ metric, group }) => metric === 'psi' && group !== driftGroups.score)
    .sort((a, b) => b.value - a.value)
    .slice(0, most);
  const rows = [driftGroups.score, ...farthest.map(({ group }) => group)].map((group) => [group, of(group, 'psi'), of(group, 'ks')]); // prettier-ignore
  return [
    `${version}: expected ${of(driftGroups.calibration, 'expected_rate')}, observed ${of(driftGroups.calibration, 'observed_rate')}`,
    textTable(['of', 'PSI', 'KS'], rows),
  ].join('\n');
}
