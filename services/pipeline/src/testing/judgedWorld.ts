import { readFileSync } from 'node:fs';
import { averagePrecision, calibrate } from '@spendscope/analytics';
import { loadCustomerTable } from '../analyze/customerTable';
import { readCustomers } from '../analyze/customers/readCustomers';
import { scoreCustomers } from '../analyze/customers/scoreCustomers';
import { collectAnomalies } from '../analyze/detect/collectAnomalies';
import {
  type DetectorScores,
  type FittedModels,
  calibrateModels,
  fitModels,
  scoreModels,
} from '../analyze/detect/trainDetector';
import { createSpendView } from '../analyze/spendView';
import { noPatterns } from '../feedback/labelledPatterns';
import type { WorldName } from '../generate/columns';
import type { Detector } from '../models/detectorModel';
import { type ScoreQuality, detectionQuality } from '../quality/detectionQuality';
import type { Store } from '../store/store';
import { loadWorld } from './loadWorld';
import { TestWorkspace } from './workspace';

export interface JudgedWorld {
  /** each detector alone and `combined` */
  quality: Record<string, ScoreQuality>;
  scores: DetectorScores;
  kinds: string[];
  /** PR-AUC of finding customers with at least one planted transaction */
  customers: { share: number; byTransactions: number; byFeatures: number; together: number };
}

/**
 * Generates a world, trains the detectors on it and judges them by what was planted: the detectors' whole way without
 * Elasticsearch, for figures over worlds and seeds.
 */
export async function judgeWorld(
  world: WorldName,
  size: { users: number; transactions: number },
  seed: number
): Promise<JudgedWorld> {
  const workspace = new TestWorkspace();
  const { store, rows, truth: file } = await loadWorld(workspace, world, { ...size, seed });
  try {
    const truth = await readKinds(store, file);
    const job = { rows, seed };
    const fitted = await fitModels(store, job);
    const scores = calibrateModels(fitted, await scoreModels(store, fitted, job));
    const judged = (values: Float32Array, by: DetectorScores['combination']): ScoreQuality =>
      detectionQuality(
        values.map((value) => calibrate(value, by)),
        truth,
        100
      );
    return {
      quality: {
        ...Object.fromEntries(
          scores.parts.map(({ name, calibration }, i) => [name, judged(scores.rawScores[i]!, calibration)])
        ),
        combined: judged(scores.combined, scores.combination),
      },
      scores,
      kinds: truth.kinds,
      customers: await judgeCustomers(store, scores, fitted, truth),
    };
  } finally {
    store.close();
    workspace.remove();
  }
}

async function judgeCustomers(
  store: Store,
  scores: DetectorScores,
  { population }: FittedModels,
  { kinds }: { kinds: readonly string[] }
): Promise<JudgedWorld['customers']> {
  const detector = { ...scores, population, labelled: noPatterns, version: 'judged' } as unknown as Detector;
  await collectAnomalies(store, detector, { ...scores, judged: [] });
  await createSpendView(store, 'Asia/Seoul');
  await loadCustomerTable(store, { kind: 'transactions', timeZone: 'Asia/Seoul' });
  const figures = await readCustomers(store);
  const { byTransactions, byFeatures, together } = scoreCustomers(figures, 'judged', { seed: 1 });
  const users = await store.rows<{ user_id: string }>('SELECT user_id FROM ordered ORDER BY rowid');
  const hit = new Set(users.filter((_, row) => kinds[row] !== '').map(({ user_id }) => user_id));
  const labels = Uint8Array.from(figures.ids, (id) => (hit.has(id) ? 1 : 0));
  return {
    share: hit.size / figures.ids.length,
    byTransactions: averagePrecision(byTransactions, labels),
    byFeatures: averagePrecision(byFeatures, labels),
    together: averagePrecision(together, labels),
  };
}

async function readKinds(store: Store, file: string): Promise<{ kinds: string[]; styles: string[] }> {
  const lines = readFileSync(file, 'utf8').trim().split('\n').slice(1);
  const kinds = new Map<string, string>();
  const styles = new Map<string, string>();
  for (const line of lines) {
    const [label, customer, transaction, kind] = line.split(',');
    if (label === 'anomaly') {
      kinds.set(transaction!, kind!);
    } else if (label === 'profile') {
      styles.set(customer!, kind!);
    }
  }
  const rows = await store.rows<{ user_id: string; transaction_id: string }>(
    'SELECT user_id, transaction_id FROM ordered ORDER BY rowid'
  );
  return {
    kinds: rows.map(({ transaction_id }) => kinds.get(transaction_id) ?? ''),
    styles: rows.map(({ user_id }) => styles.get(user_id) ?? ''),
  };
}
