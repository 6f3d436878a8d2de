import type { Table, ThresholdGoal } from '@spendscope/analytics';
import { count } from '@spendscope/findings';
import type { ChurnBoosting } from '@spendscope/scoring';
import { idRanges } from '../../store/idRanges';
import type { Store } from '../../store/store';
import type { CustomerTable } from '../customerTable';
import type { ChurnEstimate } from './churnEstimate';
import { type FeatureSource, customerSource, likeSource, readFeatures } from './churnFeatures';
import { type ChurnHistory, readChurnHistory } from './churnHistory';
import { scoreChurn } from './churnModel';
import { inactivityRule } from './inactivityRule';
import { drawLearntRows } from './learntRows';
import { RowReasons } from './rowReasons';
import { type ChurnTraining, trainChurn } from './trainChurn';

export interface ChurnContext {
  store: Store;
  timeZone: string;
  withTransactions: boolean;
  seed: number;
  /** what the threshold is chosen for */
  goal: ThresholdGoal;
  /** customers that a model learns from at most */
  mostLearnt?: number;
  onStep: (done: number, total: number) => Promise<void>;
}

/** Customers that a model learnt from, a sample where there are many. */
export interface LearntRows {
  learnt: number;
  /** customers whose answer is known */
  of: number;
}

export interface Churn {
  estimate: ChurnEstimate;
  /** absent where the inactivity rule had to do */
  training?: ChurnTraining & { rows: LearntRows; target: string };
  /** said in the run: what the estimate rests on */
  note: string;
}

/** With fewer customers, or fewer of either kind, a model is noise. */
const leastRows = 200;
const leastOfEach = 30;

/**
 * The probability that each customer leaves: learnt from the observed label where there is one, else from who stopped
 * ordering in the data's own past, and by the stated rule of inactivity where there is too little of both.
 */
export async function estimateChurn(table: CustomerTable, context: ChurnContext): Promise<Churn> {
  if (table.churned.some((label) => !Number.isNaN(label))) {
    return byLabel(table, context);
  }
  const history = context.withTransactions ? await readChurnHistory(context.store, context.timeZone) : undefined;
  if (!history || !enough(history.labels)) {
    return {
      estimate: inactivityRule(table),
      note: 'Churn by the rule of inactivity: too short a history, or too few customers, for a model.',
    };
  }
  return byHistory(history, context, table.ids.length);
}

async function byLabel(
  table: CustomerTable,
  { store, withTransactions, seed, goal, mostLearnt, onStep }: ChurnContext
): Promise<Churn> {
  const known = Array.from(table.churned.keys()).filter((row) => !Number.isNaN(table.churned[row]!));
  const labels = Int8Array.from(known, (row) => table.churned[row]!);
  const isGone = (row: number): boolean => table.churned[row] === 1;
  if (!enough(labels)) {
    const share = labels.reduce((sum, label) => sum + label, 0) / labels.length;
    return {
      estimate: {
        basis: 'label',
        probability: table.churned.map((label) => (Number.isNaN(label) ? share : label)),
        gone: isGone,
        reasons: (row) => (isGone(row) ? ['observed_churn'] : []),
        explanation: () => undefined,
      },
      note: `Churn is the observed label: too few customers with one (${labels.length}) for a model.`,
    };
  }
  const source = await customerSource(store, withTransactions);
  const learnt = Int32Array.from(drawLearntRows(labels, seed, mostLearnt), (at) => known[at]!);
  const learntLabels = Int8Array.from(learnt, (row) => table.churned[row]!);
  const trained = await trainChurn(await readRows(store, source, table.ids, learnt), learntLabels, {
    seed,
    goal,
    onStep,
  });
  // Who was learnt from is judged by a model that had not seen him, everybody else by the model of all of them.
  const scored = await scoreParts(store, source, trained.model, table.ids.length);
  learnt.forEach((row, at) => {
    scored.probability[row] = trained.probability[at]!;
    scored.reasons.explain(row, trained.reasons[at]!);
  });
  const rows = { learnt: learnt.length, of: labels.length };
  return {
    // The segments' share of the gone stays what was observed; the probability is the model's.
    estimate: {
      basis: 'label',
      probability: scored.probability,
      gone: isGone,
      reasons: (row) => scored.reasons.get(row),
      explanation: (row) => scored.reasons.explanation(row),
    },
    training: { ...trained, rows, target: 'the observed label "churned"' },
    note: noteOf(trained, `the label of ${customersOf(rows)}`),
  };
}

async function byHistory(
  history: ChurnHistory,
  { store, seed, goal, mostLearnt, onStep }: ChurnContext,
  customers: number
): Promise<Churn> {
  const learnt = drawLearntRows(history.labels, seed, mostLearnt);
  const labels = Int8Array.from(learnt, (row) => history.labels[row]!);
  const trained = await trainChurn(await readRows(store, history.source, history.ids, learnt), labels, {
    seed,
    goal,
    onStep,
  });
  const present = likeSource(history.source, { features: 'features', rfm: 'rfm' });
  const { probability, reasons } = await scoreParts(store, present, trained.model, customers);
  const { threshold } = trained.threshold;
  const target = `no order within ${history.days} days`;
  const rows = { learnt: learnt.length, of: history.labels.length };
  return {
    estimate: {
      basis: 'model',
      probability,
      gone: (row) => probability[row]! >= threshold,
      reasons: (row) => reasons.get(row),
      explanation: (row) => reasons.explanation(row),
    },
    training: { ...trained, rows, target },
    note: noteOf(trained, `${target}, of ${customersOf(rows)}`),
  };
}

/** Features of some of the customers. */
export async function readRows(
  store: Store,
  source: FeatureSource,
  ids: readonly string[],
  rows: Int32Array
): Promise<Table> {
  // prettier-ignore
  if (rows.length === ids.length) {
    return (await readFeatures(store, source)).table;
  }
  await store.run('CREATE OR REPLACE TABLE work.learnt (user_id VARCHAR)');
  const appender = await store.appender('learnt');
  rows.forEach((row) => {
    appender.appendVarchar(ids[row]!);
    appender.endRow();
  });
  appender.closeSync();
  return (await readFeatures(store, source, 'r.user_id IN (SELECT user_id FROM learnt)')).table;
}

/** What a model says of every customer of the table `rfm`, in order of their token, some at a time. */
async function scoreParts(
  store: Store,
  source: FeatureSource,
  model: ChurnBoosting,
  customers: number
): Promise<{ probability: Float64Array; reasons: RowReasons }> {
  // prettier-ignore
  const probability = new Float64Array(customers);
  const reasons = RowReasons.ofRows(customers, true);
  let done = 0;
  for (const part of await idRanges(store, 'rfm')) {
    const { table } = await readFeatures(store, source, part('r.user_id'));
    if (table.rows > 0) {
      const scored = scoreChurn(model, table);
      probability.set(scored.probability, done);
      scored.reasons.forEach((each, at) => reasons.explain(done + at, each));
      done += table.rows;
    }
  }
  return { probability, reasons };
}

/** Whether there is something to learn from, or to judge by. */
export function enough(labels: ArrayLike<number>): boolean {
  const positives = Array.from(labels).reduce((sum, label) => sum + label, 0);
  return labels.length >= leastRows && Math.min(positives, labels.length - positives) >= leastOfEach;
}

function noteOf({ rocAuc, comparison }: ChurnTraining, target: string): string {
  const { repeats, believe } = comparison;
  const repeated =
    believe === 'grouped' ? `; ${repeats.repeatedRows} rows repeat others and are held out together` : '';
  return `Churn learnt from ${target}: ROC-AUC ${rocAuc.toFixed(3)} on customers held out${repeated}.`;
}

const customersOf = ({ learnt, of }: LearntRows): string =>
  learnt === of ? `${of} customers` : `${count(learnt, 'en')} of ${count(of, 'en')} customers, drawn at random`;
