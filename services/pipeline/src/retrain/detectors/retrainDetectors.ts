import type { ModelTrial } from '@spendscope/contracts';
import { refOf } from '@spendscope/registry';
import { trainDetectors } from '../../analyze/detect/detect';
import { orderTransactions } from '../../analyze/detect/streamHistories';
import { createSpendView } from '../../analyze/spendView';
import { readFeedback } from '../../feedback/readFeedback';
import { storeFeedback } from '../../feedback/storeFeedback';
import { detectorName, loadDetector } from '../../models/detectorModel';
import { diffDetectors, scoresSince } from '../../models/diff/diffDetectors';
import { publishComparison } from '../../models/diff/publishComparison';
import { registryOf } from '../../models/registry';
import { readTruth } from '../../quality/readTruth';
import { readTokenKey } from '../../stateFolder';
import { customerGroups } from '../customerGroups';
import { decideTrial } from '../decideTrial';
import { heldOutWindow, mayKnow } from '../heldOutWindow';
import type { Retraining } from '../retrain';
import { settleTrial } from '../settleTrial';
import { type TriedFigures, trialFigures } from '../trialFigures';

const usualDays = 30;
/** Habits of customers need so long to be known. */
const leastDaysBefore = 60;

/**
 * Trains the detectors on what lies before the last days. With planted truth both versions are judged by it on those days;
 * without it nothing tells which is better, so the candidate is the shadow, and how far its scores differ is stated.
 *
 * @throws RegistryError where the live version's file or history is not as it was written: nothing changes then
 */
export const retrainDetectors: Retraining = async (context, { meta, inputs, ...options }) => {
  const { store, client, folder, run, signal } = context;
  const { seed, window: wanted, truth, policy, now } = options;
  const registry = registryOf(folder);
  const { seq, live: ref } = await registry.head(detectorName);
  const file = ref && (await registry.readRef(ref));
  const live = ref && (await loadDetector(registry, ref));
  await createSpendView(store, meta.timeZone);
  const window = await heldOutWindow(store, meta.timeZone, {
    wanted,
    usual: (days) => Math.min(usualDays, Math.floor(days / 4)),
    before: () => leastDaysBefore,
  });
  const from = window.start.getTime() / 1000;
  await orderTransactions(store, meta.timeZone);
  await store.run(
    `CREATE OR REPLACE TABLE work.ordered AS SELECT * FROM ordered WHERE seconds < ${from} ORDER BY rowid`
  );
  const span = await store.one<{ rows: number; first: Date; last: Date }>(
    'SELECT count(*) AS rows, to_timestamp(min(seconds))::TIMESTAMP AS first, to_timestamp(max(seconds))::TIMESTAMP AS last FROM ordered'
  );
  const feedback = await readFeedback(client, now);
  const judged = await storeFeedback(store, feedback);
  const { detector, card } = await trainDetectors(context, { seed, meta, feedback, at: now, ...span }, judged);
  const figures = await run.stage('Try it on the held-out days', async (): Promise<TriedFigures> => {
    const { places, scores } = await scoresSince({ store, meta }, [detector, ...(live ? [live] : [])], from, signal);
    if (truth === undefined) {
      return { rows: places.length, positives: 0, segments: [], left_out: [] };
    }
    const { kinds } = await readTruth(store, truth, readTokenKey(folder));
    return trialFigures({
      labels: Int8Array.from(places, (row) => (kinds[row] === '' ? 0 : 1)),
      candidate: scores[0]!,
      ...(live ? { live: scores[1]! } : {}),
      groups: await customerGroups(store, `(SELECT rowid AS place, user_id FROM ordered WHERE seconds >= ${from})`, 'r.place'), // prettier-ignore
      probabilities: false,
    });
  });
  const verdict =
    live && truth === undefined
      ? ({ decision: 'shadowed', because: ['nothing_known'] } as const)
      : decideTrial({ figures, first: !live, sameTarget: true }, policy);
  const trial: ModelTrial = {
    ...(ref ? { live: ref.version } : {}),
    at: now.toISOString(),
    ...{ from: window.firstDate, to: window.lastDate },
    judged_by: truth === undefined ? 'nothing' : 'planted anomalies',
    ...figures,
    live_knew: mayKnow(file, window),
    ...{ margin: policy.margin, segment_margin: policy.segmentMargin },
    decision: verdict.decision,
    because: [...verdict.because],
  };
  const candidate = refOf(detectorName, detector.contentHash);
  const { features } = detector;
  await settleTrial(context, { name: detectorName, registry, seq, ref: candidate, features, card, trial, at: now, rows: span.rows }); // prettier-ignore
  if (live && live.file !== detector.file) {
    const compared = await diffDetectors({ store, meta }, live, detector, signal);
    await publishComparison(client, candidate, { live: live.version, at: now.toISOString(), ...compared });
  }
  return trial;
};
