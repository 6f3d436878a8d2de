import { availableParallelism } from 'node:os';
import { type Calibration, type Matrix, calibrate, fitCalibration, madToSigma, median } from '@spendscope/analytics';
import { anomalyFloor, anomalyThreshold, defaultContamination, detectorNames } from '@spendscope/contracts';
import { detectorWeights } from '../../feedback/detectorWeights';
import type { JudgedRow } from '../../feedback/storeFeedback';
import type { Store } from '../../store/store';
import { ScoringThread } from './ScoringThread';
import { agreementWeights } from './agreement';
import { type AmountScale, type Baseline, baselineOf, leastSigma, ownDeviations, visitsOf } from './baseline';
import { judgesOf } from './judges';
import { packFitted } from './packFitted';
import type { DetectorPart } from './parts';
import { RowSample, StretchSample } from './samples';
import { combineAll, scoreAll } from './scoreAll';
import { streamHistories } from './streamHistories';
import { type PartsOptions, type TrainedModels, type TrainingSamples, trainParts } from './trainParts';
import { eachFeatures } from './transactionFeatures';
import { type Bursts, busyVisits, mostByVisit } from './usualBursts';

/** Rows that trees draw their samples from: 100 trees × 256 rows need no more to be independent enough. */
const trainingRows = 100_000;
/** Stretches that the LSTM learns from: about 20,000 rows. */
const trainingStretches = 1_000;
const stretchRows = 24;

export interface FittedModels {
  models: TrainedModels;
  population: Baseline;
  /** standard deviation of each feature in the training rows */
  scale: number[];
}

function deviations({ data, rows, columns }: Matrix): number[] {
  return Array.from({ length: columns }, (_, j) => {
    let [sum, squares] = [0, 0];
    for (let i = j; i < rows * columns; i += columns) {
      sum += data[i]!;
      squares += data[i]! ** 2;
    }
    // A feature that never varies cannot tell patterns apart: any difference in it counts as one deviation.
    return Math.sqrt(Math.max(squares / rows - (sum / rows) ** 2, 0)) || 1;
  });
}

export interface DetectorScores {
  parts: DetectorPart[];
  /** of the parts together */
  combination: Calibration;
  /** raw scores of every transaction by each part, in the order of `ordered` */
  rawScores: Float32Array[];
  /** the parts' scores together, of every transaction */
  combined: Float32Array;
  /** least combined score whose calibrated score reaches the floor */
  floor: number;
}

export interface TrainingJob {
  rows: number;
  seed: number;
  contamination?: number;
  /** transactions that people judged */
  judged?: readonly JudgedRow[];
  onEpoch?: PartsOptions['onEpoch'];
  onRow?: (done: number) => void;
  signal?: AbortSignal;
}

/** First pass: fits the models on a seeded sample of all transactions. */
export async function fitModels(store: Store, job: TrainingJob): Promise<FittedModels> {
  const population = await populationBaseline(store);
  const samples = await drawSamples(store, population, job);
  const models = await trainParts(samples, { contamination: defaultContamination, ...job });
  return { models, population, scale: deviations(samples.rows) };
}

/** Below it a thread has hardly started when everything is scored. */
const worthAThread = 200_000;

/**
 * Second pass: raw scores of every transaction by every model, on this thread and on one for each other core.
 *
 * @param threads beside this one; as many as pay unless said
 */
export async function scoreModels(
  store: Store,
  fitted: FittedModels,
  job: TrainingJob,
  threads = job.rows < worthAThread ? 0 : availableParallelism() - 1
): Promise<Float32Array[]> {
  const judges = judgesOf(fitted.models);
  const packed = packFitted(fitted);
  const helping = Array.from({ length: threads }, () => new ScoringThread(packed));
  try {
    return await scoreAll(
      store,
      detectorNames.map((name) => judges[name]),
      fitted.population,
      { ...job, threads: helping }
    );
  } finally {
    await Promise.all(helping.map((thread) => thread.close()));
  }
}

/** Calibrates each model and their combination on all transactions. */
export function calibrateModels(
  { models }: FittedModels,
  rawScores: Float32Array[],
  { contamination = defaultContamination, judged = [] }: Pick<TrainingJob, 'contamination' | 'judged'> = {}
): DetectorScores {
  const judges = judgesOf(models);
  const parts = detectorNames.map((name, i): DetectorPart => {
    return { name, model: judges[name], calibration: fitCalibration(rawScores[i]!, contamination), weight: 1 };
  });
  weighParts(parts, rawScores, judged);
  const combined = combineAll(parts, rawScores);
  const combination = fitCalibration(combined, contamination);
  return { parts, combination, rawScores, combined, floor: floorOf(combination) };
}

/** A tenth of the alarms: there are fewer anomalies than alarms, so below it detectors agree on what is merely uncommon. */
const surestScore = (1 + anomalyThreshold) / 2;

/** How far the others agree with a detector, and what people said of its alarms, decides how much it counts. */
function weighParts(parts: DetectorPart[], rawScores: readonly Float32Array[], judged: readonly JudgedRow[]): void {
  const rated = (row: number): number[] =>
    parts.map(({ calibration }, i) => calibrate(rawScores[i]![row]!, calibration));
  const votes = judged.map(({ row, verdict }) => ({ verdict, votes: rated(row).map((score) => score >= anomalyThreshold) })); // prettier-ignore
  const surest = parts.map(({ calibration }, i) =>
    Uint8Array.from(rawScores[i]!, (raw) => (calibrate(raw, calibration) >= surestScore ? 1 : 0))
  );
  const agreed = agreementWeights(surest);
  const weights = detectorWeights(votes, parts.length).map((said, i) => said * agreed[i]!);
  const most = Math.max(...weights);
  parts.forEach((part, i) => (part.weight = weights[i]! / most));
}

async function populationBaseline(store: Store): Promise<Baseline> {
  const log = 'log10(1 + abs(amount))';
  const { middle, deviation } = await store.one<{ middle: number; deviation: number }>(
    `WITH m AS (SELECT median(${log}) AS middle FROM ordered)
     SELECT any_value(m.middle) AS middle, median(abs(${log} - m.middle)) AS deviation FROM ordered, m`
  );
  // Sums of whole numbers: those of fractions depend on which thread comes first, and the model on their last digit.
  const { gap, hour, nights } = await store.one<{ gap: number | null; hour: number; nights: number }>(
    `WITH h AS (SELECT sum(round(1e9 * sin(hour * pi() / 12))::BIGINT) AS y, sum(round(1e9 * cos(hour * pi() / 12))::BIGINT) AS x FROM ordered)
     SELECT median(gap) AS gap, (SELECT atan2(y::DOUBLE, x::DOUBLE) * 12 / pi() FROM h) AS hour,
       (SELECT count_if(hour < 6) / count(*) FROM ordered) AS nights
     FROM (SELECT (seconds - lag(seconds) OVER (PARTITION BY user_id ORDER BY seconds)) / 60 AS gap FROM ordered)
     WHERE gap > 0`
  );
  const types = await store.rows<{ kind: number; middle: number; deviation: number }>(
    `WITH m AS (SELECT kind, median(${log}) AS middle FROM ordered GROUP BY kind)
     SELECT o.kind, any_value(m.middle) AS middle, median(abs(${log} - m.middle)) AS deviation
     FROM ordered o JOIN m USING (kind) GROUP BY o.kind ORDER BY o.kind`
  );
  const { bursts, sigmas } = await populationHabits(store);
  const scale = (logAmount: number, mad: number, own = sigmas.get(-1)): AmountScale => {
    const logSigma = Math.max(madToSigma * mad, leastSigma);
    return { logAmount, logSigma, ownSigma: own ?? logSigma };
  };
  const countries = await store.rows<{ country: string; share: number }>(
    `SELECT country, count(*) / sum(count(*)) OVER () AS share FROM ordered WHERE country IS NOT NULL
     GROUP BY country ORDER BY country`
  );
  return {
    ...scale(middle, deviation),
    countries: Object.fromEntries(countries.map(({ country, share }) => [country, share])),
    types: Object.fromEntries(
      types.map((type) => [type.kind, scale(type.middle, type.deviation, sigmas.get(type.kind))])
    ),
    hour: (hour + 24) % 24,
    nightShare: nights,
    ...bursts,
    gapMinutes: gap ?? 7 * 24 * 60,
  };
}

/** Customers whose middle is the population's. */
const habitCustomers = 2_000;

/** What is usual within customers: their bursts, and the deviation of their amounts by type, of all types under −1. */
async function populationHabits(store: Store): Promise<{ bursts: Bursts; sigmas: Map<number, number> }> {
  const visits: Bursts[] = [];
  const deviations: [number, number][] = [];
  let customers = 0;
  for await (const { history } of streamHistories(store)) {
    visits.push(...mostByVisit(history, visitsOf(history)));
    deviations.push(...ownDeviations(history));
    if (++customers === habitCustomers) {
      break;
    }
  }
  const types = [...new Set(deviations.map(([type]) => type))];
  const of = (chosen: readonly [number, number][]): number => median(chosen.map(([, sigma]) => sigma));
  const sigmas = types.map((type): [number, number] => [type, of(deviations.filter(([each]) => each === type))]);
  return {
    bursts: busyVisits(visits),
    sigmas: new Map(deviations.length > 0 ? [...sigmas, [-1, of(deviations)]] : []),
  };
}

/** Rows and stretches of sequences that the models learn from. */
async function drawSamples(
  store: Store,
  population: Baseline,
  { rows, seed, signal }: Pick<TrainingJob, 'rows' | 'seed' | 'signal'>
): Promise<TrainingSamples> {
  const single = new RowSample(Math.min(rows, trainingRows), seed);
  const stretches = new StretchSample(trainingStretches, stretchRows, seed);
  for await (const { history } of streamHistories(store, signal)) {
    eachFeatures(history, baselineOf(history, population), (_, features) => {
      single.add(features);
      stretches.add(features);
    });
    stretches.endCustomer();
  }
  return { rows: single.rows(), sequences: stretches.sequences() };
}

/** Least combined score whose calibrated score reaches the floor; by bisection: calibration is monotone. */
export function floorOf(calibration: Calibration): number {
  let low = 0;
  let high = 1;
  for (let i = 0; i < 50; i++) {
    const middle = (low + high) / 2;
    if (calibrate(middle, calibration) >= anomalyFloor) {
      high = middle;
    } else {
      low = middle;
    }
  }
  return high;
}
