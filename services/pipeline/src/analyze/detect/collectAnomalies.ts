import { calibrate, ownMeanOutlier } from '@spendscope/analytics';
import { anomalyThreshold, detectorNames } from '@spendscope/contracts';
import { loweredBy } from '../../feedback/labelledPatterns';
import type { JudgedRow } from '../../feedback/storeFeedback';
import type { Detector } from '../../models/detectorModel';
import type { Store } from '../../store/store';
import { baselineOf, scaleOf } from './baseline';
import { customerFeatures } from './customerFeatures';
import { scorePart } from './scoreDocuments';
import { streamHistories } from './streamHistories';
import { featureCount } from './transactionFeatures';

export interface AnomalyRun {
  /** of each part of the detector, for every transaction */
  rawScores: readonly Float32Array[];
  combined: Float32Array;
  /** least combined score that becomes a document */
  floor: number;
  /** transactions that people judged */
  judged: readonly JudgedRow[];
  onRow?: (done: number) => void;
  signal?: AbortSignal;
}

/**
 * Third pass: features again for the transactions at or above the floor, with reasons, into the table `scored`; on the
 * way each customer's highest score and own-mean outlier into `customer_scores`.
 */
export async function collectAnomalies(store: Store, detector: Detector, run: AnomalyRun): Promise<number> {
  await store.run('CREATE OR REPLACE TABLE work.scored (row BIGINT, part VARCHAR)');
  await store.run(
    'CREATE OR REPLACE TABLE work.customer_scores (user_id VARCHAR, score DOUBLE, own_row BIGINT, own_z DOUBLE, own_usual DOUBLE, evidence DOUBLE, flagged INTEGER, strangest BIGINT, ' +
      `${detectorNames.map((name) => `${name} DOUBLE`).join(', ')})`
  );
  const scored = await store.appender('scored');
  const people = await store.appender('customer_scores');
  const confirmed = new Set(run.judged.filter(({ verdict }) => verdict === 'true_positive').map(({ row }) => row));
  let documents = 0;
  for await (const { userId, history, first } of streamHistories(store, run.signal)) {
    const combined = run.combined.subarray(first, first + history.count);
    const adjusted = Float32Array.from(combined);
    let highest = combined.reduce((most, score) => Math.max(most, score), 0);
    if (highest >= run.floor) {
      const baseline = baselineOf(history, detector.population);
      const customer = customerFeatures(history, baseline);
      const explain = detector.parts.map(({ model }) => model.explain(customer));
      highest = 0;
      combined.forEach((found, row) => {
        const kept = confirmed.has(first + row) || found < run.floor;
        const features = customer.m.data.subarray(row * featureCount, (row + 1) * featureCount);
        const together = kept ? found : found * (1 - loweredBy(features, detector.labelled));
        adjusted[row] = together;
        highest = Math.max(highest, together);
        if (together >= run.floor) {
          const judged = detector.parts.map((_, part) => ({ raw: run.rawScores[part]![first + row]!, contributions: explain[part]!(row) })); // prettier-ignore
          scored.appendBigInt(BigInt(first + row));
          scored.appendVarchar(
            withoutBraces(
              scorePart(detector, { judged, together }, features, {
                ...baseline,
                ...scaleOf(baseline, history.type[row]!),
              })
            )
          );
          scored.endRow();
          documents++;
        }
      });
    }
    const summary = summarize(Float64Array.from(adjusted, (score) => calibrate(score, detector.combination)));
    const own = ownMeanOutlier(history.amount);
    people.appendVarchar(userId);
    people.appendDouble(calibrate(highest, detector.combination));
    if (own && Number.isFinite(own.robustZ)) {
      people.appendBigInt(BigInt(first + own.index));
      people.appendDouble(own.robustZ);
      people.appendDouble(own.scale.median);
    } else {
      people.appendNull();
      people.appendNull();
      people.appendNull();
    }
    const { evidence, flagged, strangest } = summary;
    people.appendDouble(evidence);
    people.appendInteger(flagged);
    people.appendBigInt(BigInt(first + strangest));
    detector.parts.forEach(({ calibration }, part) => {
      const raw = run.rawScores[part]!.subarray(first, first + history.count);
      people.appendDouble(calibrate(raw.reduce((most, score) => Math.max(most, score)), calibration)); // prettier-ignore
    });
    people.endRow();
    run.onRow?.(first + history.count);
  }
  scored.closeSync();
  people.closeSync();
  return documents;
}

/** What a customer's transactions say together: the mean of the three highest scores, and how many are flagged. */
function summarize(scores: Float64Array): { evidence: number; flagged: number; strangest: number } {
  const sorted = scores.toSorted();
  let sum = 0;
  for (let i = 1; i <= 3; i++) {
    sum += sorted.at(-i) ?? 0;
  }
  return {
    evidence: sum / 3,
    flagged: scores.filter((score) => score >= anomalyThreshold).length,
    strangest: scores.indexOf(sorted.at(-1)!),
  };
}

/** The fields of a document's text, to be put between others. */
function withoutBraces(part: object): string {
  return JSON.stringify(part).slice(1, -1);
}
