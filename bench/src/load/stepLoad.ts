export interface Step {
  connections: number;
  perSecond: number;
  /** ms */
  p50: number;
  p99: number;
  failed: number;
}

const connections = [1, 2, 4, 8, 16, 32, 64, 128];
/** What more connections have to bring; below it, twice in a row, the server is saturated. */
const gain = 1.05;

/** Doubles the connections until the server answers no more requests a second for it. */
export async function stepLoad(
  run: (connections: number) => Promise<Step>,
  onStep: (step: Step) => void = () => {}
): Promise<Step[]> {
  const steps: Step[] = [];
  let [best, flat] = [0, 0];
  for (const count of connections) {
    const step = await run(count);
    steps.push(step);
    onStep(step);
    flat = step.perSecond < best * gain ? flat + 1 : 0;
    best = Math.max(best, step.perSecond);
    if (flat === 2) {
      break;
    }
  }
  return steps;
}

/** The step that answered most. */
export const saturationOf = (steps: readonly Step[]): Step =>
  steps.reduce((most, step) => (step.perSecond > most.perSecond ? step : most));
