import type { Verdict } from '../feedback/readVerdicts';
import { storeVerdicts } from '../feedback/storeFeedback';
import type { Store } from '../store/store';
import { type LabelledQuality, labelledQuality } from './labelledQuality';
import type { LoadedScores } from './scoreLoaded';
import { type Costs, defaultAlarms } from './suggestThresholds';

/** Compares what the current model says of the loaded transactions with what people said of some of them. */
export async function judgeLabels(
  store: Store,
  { combined }: Pick<LoadedScores, 'combined'>,
  verdicts: ReadonlyMap<string, Verdict>,
  costs: Costs
): Promise<LabelledQuality> {
  const judged = await storeVerdicts(store, verdicts);
  return labelledQuality(combined, new Map(judged.map(({ row, verdict }) => [row, verdict])), {
    costs,
    alarms: defaultAlarms,
  });
}
