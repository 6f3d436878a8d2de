import { Random, fitCalibration, matrix } from '@spendscope/analytics';
import { type Anomaly, type Transaction, detectorNames, indices } from '@spendscope/contracts';
import { baselineOf } from '../analyze/detect/baseline';
import { customerFeatures } from '../analyze/detect/customerFeatures';
import { type CustomerHistory, emptyHistory } from '../analyze/detect/customerHistory';
import { type DetectorPart, combine, rowModel, sequenceModel } from '../analyze/detect/parts';
import { trainParts } from '../analyze/detect/trainParts';
import { featureCount } from '../analyze/detect/transactionFeatures';
import { type LabelledPatterns, noPatterns } from '../feedback/labelledPatterns';
import type { Verdict } from '../feedback/readVerdicts';
import type { Detector } from '../models/detectorModel';
import { scoreLive } from './scoreLive';

const population = {
  ...{ logAmount: 4, logSigma: 0.5, ownSigma: 0.5, types: {}, hour: 12, nightShare: 0.05, gapMinutes: 1_440 },
  ...{ orders10Minutes: 0, orders1Hour: 0, spent1Hour: 0, pace: 0, gap: 0, countries: { KR: 0.95, JP: 0.05 } },
};
const run = { runId: 'r', at: new Date('2026-03-01T00:00:00Z'), suppressed: [] };

/** A customer who buys once a day for about 10,000. */
function usualHistory(random: Random, count = 30): CustomerHistory {
  const history = emptyHistory();
  for (let i = 0; i < count; i++) {
    append(history, 86_400 * i + random.int(7_200), random.logNormal(10_000, 0.4), 11 + random.next());
  }
  return history;
}

function append(history: CustomerHistory, at: number, amount: number, hour: number, country = 'KR'): void {
  const order = `o${history.count++}`;
  const place = { type: 0, category: 'food', merchant: 'Corner', country, network: null, lat: NaN, lon: NaN };
  Object.entries({ at, amount, hour, order, ...place }).forEach(([name, value]) =>
    (history[name as 'at'] as unknown[]).push(value)
  );
}

async function train(): Promise<Detector> {
  const random = new Random(1);
  const histories = Array.from({ length: 60 }, () => usualHistory(random));
  const features = histories.map((history) => customerFeatures(history, baselineOf(history, population)).m.data);
  const data = new Float64Array(60 * 30 * featureCount);
  features.forEach((each, i) => data.set(each, i * 30 * featureCount));
  const sequences = { m: matrix(data, featureCount), starts: features.map((_, i) => i * 30) };
  const models = await trainParts({ rows: sequences.m, sequences }, { seed: 1, contamination: 0.01 });
  const { evidence } = models;
  const judges = [rowModel(models.isolation_forest, evidence), rowModel(models.autoencoder, evidence), sequenceModel(models.lstm, evidence)]; // prettier-ignore
  const parts = detectorNames.map((name, i): DetectorPart => {
    return { name, model: judges[i]!, calibration: fitCalibration(judges[i]!.score(sequences)), weight: 1 };
  });
  const raw = parts.map(({ model }) => model.score(sequences));
  const combined = Array.from(raw[0]!, (_, row) => combine(parts, (part) => raw[part]![row]!));
  return {
    ...{ version: 'ad-test', contentHash: '', file: '', features: [], parts, population, timeZone: 'UTC' },
    ...{ currency: 'KRW', world: 'card', combination: fitCalibration(combined), labelled: noPatterns },
  };
}

// Trains all three detectors.
jest.setTimeout(30_000);
const transaction: Partial<Transaction> = {
  '@timestamp': '2026-02-28T03:00:00.000Z',
  transaction_id: 'T1',
  user_id: 'C-1',
  order_id: 'o',
};

/** A burst of expensive purchases abroad at night, after a usual history. */
function burst(): CustomerHistory {
  const history = usualHistory(new Random(77));
  for (let i = 0; i < 6; i++) {
    append(history, 86_400 * 30 + 20 * i, 400_000, 3.2, 'BR');
  }
  return history;
}

it('makes a document that the index of anomalies takes, whatever the transaction says of its quarter', async () => {
  const bought = { ...transaction, amount: 1, currency: 'KRW', type: 'purchase', year: '2026', quarter_of_year: 'Q1', quarter: '2026 Q1', own_outlier: true } as Transaction; // prettier-ignore
  const anomaly = scoreLive(await train(), burst(), bought, run);
  expect(anomaly).toBeDefined();
  expect(Object.keys(anomaly!).filter((name) => !(name in indices.anomalies.fields))).toEqual([]);
});

it('scores a suppressed account as ever, marks it until the suppression ends, and no longer', async () => {
  const detector = await train();
  const known = burst();
  const until = '2026-03-02T00:00:00.000Z';
  const suppressed = [{ type: 'account', id: 'C-1', until }] as const;
  const score = (at: string): Anomaly =>
    scoreLive(detector, known, transaction as Transaction, { runId: 'r', at: new Date(at), suppressed })!;
  const before = score('2026-03-01T23:59:00Z');
  const after = score('2026-03-02T00:00:00Z');
  expect(before.suppressed_until).toBe(until);
  expect(after).not.toHaveProperty('suppressed_until');
  expect(before.anomalyScore).toBe(after.anomalyScore);
});

it('lowers what people called harmless, the more of them did, and keeps what others confirmed', async () => {
  const detector = await train();
  const known = burst();
  const score = (harmless: number, confirmed: number): number => {
    const { features } = scoreLive(detector, known, transaction as Transaction, run)!;
    const patterns = (n: number, verdict: Verdict): LabelledPatterns['patterns'] =>
      Array.from({ length: n }, () => ({ features, verdict }));
    const scale = features.map(() => 1);
    const labelled = {
      scale,
      patterns: [...patterns(harmless, 'false_positive'), ...patterns(confirmed, 'true_positive')],
    };
    return scoreLive({ ...detector, labelled }, known, transaction as Transaction, run)!.rawScore;
  };
  const [none, one, six] = [score(0, 0), score(1, 0), score(6, 0)];
  expect(one).toBeCloseTo(none * 0.9, 3);
  expect(six).toBeLessThan(one * 0.9);
  expect(score(6, 6)).toBeGreaterThan(six);
  expect(score(0, 6)).toBe(none);
});

it('scores the newest transaction as the analysis scores it, and stores it only from the floor on', async () => {
  const detector = await train();
  const quiet = usualHistory(new Random(77));
  expect(scoreLive(detector, quiet, transaction as Transaction, run)).toBeUndefined();
  const history = burst();
  const anomaly = scoreLive(detector, history, transaction as Transaction, run)!;
  const customer = customerFeatures(history, baselineOf(history, population));
  const raw = detector.parts.map(({ model }) => model.score(customer).at(-1)!);
  expect(anomaly.rawScore).toBeCloseTo(
    combine(detector.parts, (part) => raw[part]!),
    10
  );
  expect(anomaly.anomalyScore).toBeGreaterThan(0.8);
  expect(anomaly).toMatchObject({
    prediction: 1,
    votes: expect.arrayContaining(['autoencoder', 'lstm']),
    transaction_id: 'T1',
  });
  expect(anomaly.features).toHaveLength(featureCount);
  expect(anomaly.reasons).toContain('amount_above_usual');
  expect(anomaly).not.toHaveProperty('order_id');
});
