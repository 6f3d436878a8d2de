/** A detector's own alarms count half where it has so many. */
const prior = 20;

/**
 * How much detectors count without a label: by the share of each one's alarms that the others raise too, the most 1. Planted
 * or real, what is strange is strange to several; a detector that is blind to the data at hand raises alarms of its own. The
 * share is drawn towards that of all together, the more so the fewer alarms there are; all count 1 where nobody agrees.
 *
 * @param alarms of each detector, row by row; the surest ones tell most
 */
export function agreementWeights(alarms: readonly Uint8Array[]): number[] {
  const raised = alarms.map((own) => own.reduce((sum, alarm) => sum + alarm, 0));
  const shared = alarms.map((own, i) =>
    alarms.reduce((sum, other, j) => (i === j ? sum : sum + sharedAlarms(own, other) / (alarms.length - 1)), 0)
  );
  const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
  const overall = total(shared) / total(raised);
  const shares = shared.map((both, i) => (both + prior * overall) / (raised[i]! + prior));
  const most = Math.max(...shares);
  return most > 0 ? shares.map((share) => share / most) : alarms.map(() => 1);
}

function sharedAlarms(a: Uint8Array, b: Uint8Array): number {
  let both = 0;
  for (let row = 0; row < a.length; row++) {
    both += a[row]! & b[row]!;
  }
  return both;
}
