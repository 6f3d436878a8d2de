import type { Table } from '@spendscope/analytics';
import { type Customer, type OnnxModelFile, indices } from '@spendscope/contracts';
import type { ElasticClient } from '@spendscope/elastic';
import type { ModelRegistry } from '@spendscope/registry';
import { churnModelName } from '@spendscope/scoring';
import { customerSource, readFeatures } from '../analyze/churn/churnFeatures';
import { readChurnHistory } from '../analyze/churn/churnHistory';
import { loadCustomerTable, shopProxy } from '../analyze/customerTable';
import { createSpendView } from '../analyze/spendView';
import { OnnxScorer } from '../models/onnx/onnxScores';
import { registryOf } from '../models/registry';
import type { StoreReader } from '../runs/withStore';
import { UserError } from '../userError';
import type { JudgedScores, ShadowScores } from './shadowScores';

/**
 * Scores the loaded customers by an imported model beside the churn that the last analysis published. Where the data has
 * a label both are judged by it: the live probability of a customer is by a model that had not seen him. Without a label
 * the imported model is judged, as the live one was, on who stopped ordering in the data's own past.
 */
export async function scoreChurnShadow(
  { store, folder, meta }: StoreReader,
  client: ElasticClient,
  model: OnnxModelFile
): Promise<ShadowScores> {
  const { n } = await store.one<{ n: number }>('SELECT count(*) AS n FROM transactions');
  await createSpendView(store, meta.timeZone);
  const customers = await loadCustomerTable(
    store,
    n > 0 ? { kind: 'transactions', timeZone: meta.timeZone } : shopProxy
  );
  const { ids, table } = await readFeatures(store, await customerSource(store, n > 0));
  const published = await publishedChurn(client);
  const live = Float64Array.from(ids, (id) => published.get(id) ?? NaN);
  const scorer = await OnnxScorer.open(model);
  try {
    const shadow = await scorer.score(valuesOf(table, model.features));
    const known = ids.map((_, row) => row).filter((row) => !Number.isNaN(customers.churned[row]!));
    if (known.length > 0) {
      const pick = (scores: Float64Array): Float64Array => Float64Array.from(known, (row) => scores[row]!);
      const labels = Int8Array.from(known, (row) => customers.churned[row]!);
      return {
        ids,
        shadow,
        live,
        judged: { target: 'the observed label', labels, shadow: pick(shadow), live: pick(live) },
      };
    }
    const history = n > 0 ? await readChurnHistory(store, meta.timeZone) : undefined;
    const past = history && (await readFeatures(store, history.source)).table;
    const names = new Set(past?.columns.map(({ name }) => name));
    if (!history || !past || !model.features.every((feature) => names.has(feature))) {
      return { ids, shadow, live };
    }
    const judged: JudgedScores = {
      target: `no order within ${history.days} days, of customers as they were before`,
      labels: Int8Array.from(history.labels),
      shadow: await scorer.score(valuesOf(past, model.features)),
      ...(await liveAuc(registryOf(folder))),
    };
    return { ids, shadow, live, judged };
  } finally {
    await scorer.close();
  }
}

/** What the live model's card says of customers that were held out. */
async function liveAuc(registry: ModelRegistry): Promise<Pick<JudgedScores, 'live'>> {
  const { live } = await registry.head(churnModelName);
  const auc = live ? (await registry.readRef(live)).card.metrics.roc_auc : undefined;
  return auc === undefined ? {} : { live: { rocAuc: auc } };
}

async function publishedChurn(client: ElasticClient): Promise<Map<string, number>> {
  const { name, fields } = indices.customers;
  const found = new Map<string, number>();
  const pages = client.helpers.scrollSearch<Pick<Customer, 'user_id' | 'churn_probability'>>({
    ...{ index: name, size: 5_000, ignore_unavailable: true },
    _source: [fields.user_id, fields.churn_probability],
    query: { exists: { field: fields.churn_probability } },
  });
  for await (const { documents } of pages) {
    documents.forEach((document) => found.set(document.user_id, document.churn_probability!));
  }
  if (found.size === 0) {
    throw new UserError('No churn is published to compare with.', 'Run "spendscope analyze" first.');
  }
  return found;
}

/** The features row by row, missing values as NaN. */
function valuesOf({ rows, columns }: Table, features: readonly string[]): Float64Array {
  const picked = features.map((feature) => {
    const column = columns.find(({ name, kind }) => name === feature && kind === 'number');
    if (!column) {
      throw new UserError(
        `No loaded customer has a value for "${feature}", which the model asks for.`,
        'Ingest data that has it.'
      );
    }
    return column.values as ArrayLike<number>;
  });
  const values = new Float64Array(rows * features.length);
  picked.forEach((column, j) => {
    for (let row = 0; row < rows; row++) {
      values[row * features.length + j] = column[row]!;
    }
  });
  return values;
}
