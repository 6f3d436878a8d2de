import { type Labels, takeRows } from '@spendscope/analytics';
import type { Store } from '../../store/store';
import type { CustomerTable } from '../customerTable';
import type { ChurnEstimate } from './churnEstimate';
import { readCustomerFeatures } from './churnFeatures';
import { type ChurnHistory, readChurnHistory, readPresent } from './churnHistory';
import { inactivityRule } from './inactivityRule';
import { type ChurnTraining, scoreChurn, trainChurn } from './trainChurn';

export interface ChurnContext {
  store: Store;
  timeZone: string;
  withTransactions: boolean;
  seed: number;
  onStep: (done: number, total: number) => Promise<void>;
}

export interface Churn {
  estimate: ChurnEstimate;
  /** absent where the inactivity rule had to do */
  training?: ChurnTraining & { rows: number; target: string };
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
  return byHistory(history, context);
}

async function byLabel(table: CustomerTable, { store, withTransactions, seed, onStep }: ChurnContext): Promise<Churn> {
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
      },
      note: `Churn is the observed label: too few customers with one (${labels.length}) for a model.`,
    };
  }
  const features = await readCustomerFeatures(store, withTransactions);
  const trained = await trainChurn(takeRows(features.table, known), labels, { seed, onStep });
  const probability = new Float64Array(table.ids.length);
  const reasons: string[][] = table.ids.map(() => []);
  known.forEach((row, at) => {
    probability[row] = trained.probability[at]!;
    reasons[row] = trained.reasons[at]!;
  });
  const unknown = Array.from(table.churned.keys()).filter((row) => Number.isNaN(table.churned[row]!));
  if (unknown.length > 0) {
    const scored = scoreChurn(trained.model, takeRows(features.table, unknown));
    unknown.forEach((row, at) => {
      probability[row] = scored.probability[at]!;
      reasons[row] = scored.reasons[at]!;
    });
  }
  return {
    // The segments' share of the gone stays what was observed; the probability is the model's.
    estimate: { basis: 'label', probability, gone: isGone, reasons: (row) => reasons[row]! },
    training: { ...trained, rows: labels.length, target: 'the observed label "churned"' },
    note: noteOf(trained, `the label of ${labels.length} customers`),
  };
}

async function byHistory(history: ChurnHistory, { store, seed, onStep }: ChurnContext): Promise<Churn> {
  const trained = await trainChurn(history.table, history.labels, { seed, onStep });
  const present = await readPresent(store, history);
  const { probability, reasons } = scoreChurn(trained.model, present.table);
  const { threshold } = trained.threshold;
  const target = `no order within ${history.days} days`;
  return {
    estimate: { basis: 'model', probability, gone: (row) => probability[row]! >= threshold, reasons: (row) => reasons[row]! }, // prettier-ignore
    training: { ...trained, rows: history.labels.length, target },
    note: noteOf(trained, `${target}, of ${history.labels.length} customers`),
  };
}

function enough(labels: Labels): boolean {
  const positives = labels.reduce((sum, label) => sum + label, 0);
  return labels.length >= leastRows && Math.min(positives, labels.length - positives) >= leastOfEach;
}

function noteOf({ rocAuc, comparison }: ChurnTraining, target: string): string {
  const { repeats, believe } = comparison;
  const repeated =
    believe === 'grouped' ? `; ${repeats.repeatedRows} rows repeat others and are held out together` : '';
  return `Churn learnt from ${target}: ROC-AUC ${rocAuc.toFixed(3)} on customers held out${repeated}.`;
}
