import { type ThresholdGoal, quintileScheme } from '@spendscope/analytics';
import { type RfmScheme, indices } from '@spendscope/contracts';
import { publishRun } from '@spendscope/elastic';
import { customerEntriesSql, ownMeansTableSql } from '../documents/customerDocuments';
import { sendEntries } from '../documents/sendEntries';
import { honourErasures } from '../erasures/honourErasures';
import { readFeedback } from '../feedback/readFeedback';
import type { Detector } from '../models/detectorModel';
import { DocumentsHash } from '../runs/documentsHash';
import type { JobContext } from '../runs/runJob';
import { idRanges } from '../store/idRanges';
import { type StoreMeta, readMeta } from '../store/schema';
import { UserError } from '../userError';
import { beginAnalysis } from './beginAnalysis';
import { buildSegments } from './buildSegments';
import type { ChurnEstimate } from './churn/churnEstimate';
import { type Churn, estimateChurn } from './churn/estimateChurn';
import { packChurn, unpackChurn } from './churn/packChurn';
import { publishChurn } from './churn/publishChurn';
import { defaultGoal } from './churn/thresholdGoal';
import { fitClusterNumbers } from './clusterChoices';
import { type CustomerTable, loadCustomerTable, shopProxy } from './customerTable';
import { type DetectOptions, detect, publishDetection } from './detect/detect';
import { keepSegments, readEarlierSegments } from './earlierSegments';
import { explore, explored } from './explore';
import type { GivenFeatures } from './given/findGiven';
import { type WrittenDocuments, keptWrite } from './keptWrite';
import { type Lifetime, lifetimeValues } from './lifetime/lifetimeValues';
import { readPurchases } from './lifetime/readPurchases';
import { countMigrations } from './migration';
import { describeClusters } from './personas/describeCluster';
import type { Money } from './personas/languages/language';
import { customerPlane } from './plane';
import type { PriorityWeights } from './priorityWeights';
import { segmentCustomers, segmentationPoints } from './segmentCustomers';
import { createSpendView } from './spendView';
import { storeResults } from './storeResults';
import { writeDocuments } from './writeDocuments';

export interface AnalyzeOptions {
  k: number;
  seed: number;
  contamination?: number;
  /** where RFM scores are cut; quintiles of the ranks where nothing is said */
  rfm?: RfmScheme;
  /** what the thresholds of churn are chosen for; F1 where nothing is said */
  churnThreshold?: ThresholdGoal;
  /** how much size, spend and churn count in a segment's priority; alike where nothing is said */
  priorityWeights?: PriorityWeights;
  /** features that were computed elsewhere, by the same files of SQL; computed here where nothing is given */
  features?: GivenFeatures;
  /** leaves live models live, those of this run are kept beside them */
  keepLive?: boolean;
  now: Date;
  /** false: starts anew also where an interrupted analysis could go on */
  resume?: boolean;
}

interface Span {
  rows: number;
  customers: number;
  first: Date | null;
  last: Date | null;
}

const dayMs = 86_400_000;
const published = [indices.customers, indices.segments, indices.segmentMigrations, indices.clusterChoices, ...explored];

/**
 * Segments, personas, churn and anomalies of what was ingested. Customers and segments are written under the run's id
 * and become visible in one step; states of accounts are in an index of their own and are not touched.
 */
export async function analyze(context: JobContext, given: AnalyzeOptions): Promise<void> {
  const { store, client, run, progress, signal } = context;
  await honourErasures(context);
  const meta = (await readMeta(store)) as StoreMeta;
  const span = meta.world ? await readSpan(context) : undefined;
  if (!span || span.customers === 0) {
    throw new UserError('Nothing has been ingested yet.', 'Run "spendscope ingest" first.');
  }
  if (given.features && span.rows === 0) {
    throw new UserError(
      'Features are of transactions, and the store has none.',
      'Ingest the transactions, or leave --features out.'
    );
  }
  const feedback = await readFeedback(client, given.now);
  const options = await beginAnalysis(context, given, { ...meta, rows: span.rows, feedback });
  const withTransactions = span.rows > 0 && span.first !== null && span.last !== null;
  run.know({
    world: meta.world,
    time_zone: meta.timeZone,
    currency: meta.currency,
    read: withTransactions ? span.rows : span.customers,
    ...(withTransactions ? { data_from: span.first!.toISOString(), data_to: span.last!.toISOString() } : {}),
  });
  let detection: { detector: Detector; options: DetectOptions } | undefined;
  if (withTransactions) {
    const detectOptions = {
      ...options,
      meta,
      feedback,
      rows: span.rows,
      first: span.first!,
      last: span.last!,
      at: options.now,
    };
    detection = { detector: await detect(context, detectOptions), options: detectOptions };
  } else {
    progress.note('No transactions: anomalies are skipped, and spend views stay empty.');
    progress.note('Recency is days since the last order, frequency the order count, monetary value the cashback.');
  }
  signal.throwIfAborted();
  const onNote = (line: string): void => progress.note(line);
  const table = await run.stage('Features', async () => {
    await createSpendView(store, meta.timeZone);
    const spend = { kind: 'transactions', timeZone: meta.timeZone, given: options.features, onNote } as const;
    return loadCustomerTable(store, withTransactions ? spend : shopProxy);
  });
  if (table.ids.length === 0) {
    throw new UserError('No customer has an order, so there is nothing to segment.', 'Ingest purchases first.');
  }
  const { seed, churnThreshold: goal = defaultGoal } = options;
  const churn = await learnChurn(context, table, { seed, goal, timeZone: meta.timeZone, withTransactions });
  signal.throwIfAborted();
  const lifetime = withTransactions ? await valueLifetimes(context, table, options) : undefined;
  signal.throwIfAborted();
  const money: Money = withTransactions ? { of: 'spend', currency: meta.currency } : { of: 'cashback' };
  const churnRates = await segment(
    context,
    table,
    { churn: churn.estimate, lifetime: lifetime?.value },
    options,
    money
  );
  signal.throwIfAborted();
  run.measured({ customers: table.ids.length, transactions: span.rows });
  if (churn.training) {
    const { rocAuc, prAuc, brier, rows } = churn.training;
    run.measured({ churn_roc_auc: rocAuc, churn_pr_auc: prAuc, churn_rows_learnt: rows.learnt, churn_rows: rows.of });
    run.measured({ churn_brier: brier.calibrated, churn_brier_uncalibrated: brier.raw });
    const told = { seed: options.seed, at: options.now, world: meta.world, keepLive: options.keepLive };
    await publishChurn(context, churn.training, { ...told, until: withTransactions ? span.last! : undefined });
  }
  const anomalies = detection ? await publishDetection(context, detection.detector, detection.options) : 0;
  await run.stage('Explore', () => explore(context, churn, { meta, table, at: options.now }));
  signal.throwIfAborted();
  const entries = customerEntriesSql({
    runId: run.id,
    asOf: await snapshotDate(context, meta, withTransactions, options.now),
    at: options.now,
    world: meta.world,
    shop: await hasShop(context),
    scored: withTransactions,
  });
  const writeCustomers = async (): Promise<WrittenDocuments> => {
    if (withTransactions) {
      await store.run(ownMeansTableSql);
    }
    const hash = new DocumentsHash([run.id, options.now.toISOString()]);
    // Part by part: DuckDB holds what is joined of some tens of thousands of customers, not of all.
    for (const part of await idRanges(store, 'customers')) {
      const before = hash.documents;
      await sendEntries(store, client, entries(part), {
        ...{ signal, hash },
        onDocuments: (sent) => progress.update('Writing customers', before + sent, span.customers),
      });
    }
    return { documents: hash.documents, contentHash: hash.toString() };
  };
  const customers = await keptWrite(context, 'Write customers', indices.customers, writeCustomers);
  signal.throwIfAborted();
  await run.stage('Publish', () => publishRun(client, published, run.id));
  await keepSegments(store, run.id, churnRates);
  run.know({ written: anomalies + customers.documents });
}

/** What each customer is likely to be worth, or why that cannot be told. */
async function valueLifetimes(
  { store, run, progress, signal }: JobContext,
  table: CustomerTable,
  { seed, features }: AnalyzeOptions
): Promise<Lifetime> {
  const onPart = async (done: number, total: number): Promise<void> => {
    progress.update('Lifetime values', done, total);
    await new Promise(setImmediate);
    signal.throwIfAborted();
  };
  const work = async (): Promise<Lifetime> =>
    lifetimeValues(await readPurchases(store, table.ids.length, features), { seed, onPart });
  const lifetime = await run.keptStage('Lifetime value', work, { detail: ({ note }) => note });
  const { value, learnt } = lifetime;
  if (value) {
    run.measured({ clv_mean: value.reduce((sum, each) => sum + each, 0) / value.length, clv_rows_learnt: learnt });
  }
  return lifetime;
}

/** Trains between two looks at the clock, so that progress is drawn and a cancel is heard. */
function learnChurn(
  { store, run, progress, signal }: JobContext,
  table: CustomerTable,
  options: { seed: number; goal: ThresholdGoal; timeZone: string; withTransactions: boolean }
): Promise<Churn> {
  const onStep = async (done: number, total: number): Promise<void> => {
    progress.update('Comparing churn models', done, total);
    await new Promise(setImmediate);
    signal.throwIfAborted();
  };
  return run.keptStage('Churn', () => estimateChurn(table, { store, ...options, onStep }), {
    detail: ({ note }) => note,
    pack: (churn) => packChurn(churn, table.ids.length),
    unpack: unpackChurn,
  });
}

/** Returns the churn rate of each cluster. */
async function segment(
  context: JobContext,
  table: CustomerTable,
  { churn, lifetime }: { churn: ChurnEstimate; lifetime?: Float64Array },
  options: AnalyzeOptions,
  money: Money
): Promise<ReadonlyMap<number, number>> {
  const { store, run } = context;
  const scheme = options.rfm ?? quintileScheme;
  run.know({ rfm: scheme });
  const earlier = await readEarlierSegments(store, table);
  const segmentation = await run.keptStage(
    'K-means',
    () => Promise.resolve(segmentCustomers(table, churn, { ...options, earlier: earlier?.clusters })),
    { detail: ({ k, silhouette }) => `k = ${k}, silhouette ${silhouette.toFixed(3)}` }
  );
  run.measured({ k: segmentation.k, inertia: segmentation.inertia, silhouette: segmentation.silhouette });
  const fits = await run.keptStage(
    'Number of clusters',
    () => Promise.resolve(fitClusterNumbers(segmentationPoints(table).points, segmentation.k, options.seed)),
    {
      detail: (found) =>
        `suggested: ${found.find(({ verdict }) => verdict.includes('suggested'))?.k ?? 'too few customers to tell'}`,
    }
  );
  const plane = await run.stage(
    'Principal components',
    async () => customerPlane(segmentationPoints(table).points),
    (found) => found?.note ?? 'too few customers'
  );
  const personas = describeClusters(segmentation.clusters, money);
  await storeResults(store, table, segmentation, personas, churn, lifetime, plane, scheme);
  const written = { runId: run.id, basis: churn.basis, at: options.now };
  const volatile = [run.id, options.now.toISOString(), ...(earlier ? [earlier.runId] : [])];
  const names = new Map(segmentation.clusters.map(({ cluster }, i) => [cluster, personas[i]!.name]));
  const churnRates = new Map(segmentation.clusters.map(({ cluster, churnRate }) => [cluster, churnRate]));
  await writeDocuments(
    context,
    volatile,
    indices.segments,
    buildSegments(segmentation, personas, { ...written, plane }),
    ({ cluster }) => cluster
  );
  await writeDocuments(
    context,
    volatile,
    indices.segmentMigrations,
    countMigrations({ ...written, labels: segmentation.labels, names, churnRates }, earlier),
    ({ from_cluster, to_cluster }) => `${from_cluster ?? 'none'}-${to_cluster ?? 'none'}`
  );
  const created_at = options.now.toISOString();
  await writeDocuments(
    context,
    volatile,
    indices.clusterChoices,
    fits.map((fit) => ({ ...fit, run_id: run.id, created_at })),
    ({ k }) => k
  );
  return churnRates;
}

async function readSpan({ store }: JobContext): Promise<Span> {
  return store.one<Span>(
    `SELECT count(*) AS rows, min(ts) AS first, max(ts) AS last, (SELECT count(*) FROM customers) AS customers
     FROM transactions`
  );
}

/** The day after the last transaction's, in the business time zone; without transactions the day of the analysis. */
async function snapshotDate(
  { store }: JobContext,
  meta: StoreMeta,
  withTransactions: boolean,
  now: Date
): Promise<Date> {
  if (!withTransactions) {
    return new Date(Math.floor(now.getTime() / dayMs) * dayMs);
  }
  const { day } = await store.one<{ day: number }>('SELECT max(local_day) + 1 AS day FROM spend');
  const { at } = await store.one<{ at: Date }>(
    `SELECT ((DATE '1970-01-01' + INTERVAL (${day}) DAY) AT TIME ZONE '${meta.timeZone}') AT TIME ZONE 'UTC' AS at`
  );
  return at;
}

async function hasShop({ store }: JobContext): Promise<boolean> {
  const { n } = await store.one<{ n: number }>(
    'SELECT count(coalesce(tenure_months, orders, cashback, satisfaction)) AS n FROM customers'
  );
  return n > 0;
}
