import { type Customer, indices } from '@spendscope/contracts';
import type { ElasticClient } from '@spendscope/elastic';
import type { ModelRegistry } from '@spendscope/registry';
import { churnModelName, churnProbability, columnsFor, readChurnFile } from '@spendscope/scoring';
import { customerSource, readFeatures } from '../analyze/churn/churnFeatures';
import { readChurnHistory } from '../analyze/churn/churnHistory';
import { loadCustomerTable, shopProxy } from '../analyze/customerTable';
import { createSpendView } from '../analyze/spendView';
import type { StoreReader } from '../runs/withStore';
import { UserError } from '../userError';
import { calibrationPoints } from './calibrationPoints';
import { type Published, churnDrift } from './churnDrift';
import type { DriftPoint } from './driftPoint';

/** Customers that are looked at: more make the figures no steadier. */
const most = 100_000;

/** The live churn model on the customers that are loaded now. @throws UserError where none is live, or it keeps no reference */
export async function measureChurn(
  { store, meta }: StoreReader,
  client: ElasticClient,
  registry: ModelRegistry
): Promise<{ version: string; points: DriftPoint[] }> {
  const { live } = await registry.head(churnModelName);
  if (!live) {
    throw new UserError('No churn model is live.', 'Run "spendscope analyze" first.');
  }
  const churn = readChurnFile(await registry.readRef(live));
  const { reference } = churn;
  if (!reference) {
    throw new UserError(`${live.version} was trained before what it learnt from was kept beside it.`, 'Run "spendscope analyze" to train a new one.'); // prettier-ignore
  }
  const { n } = await store.one<{ n: number }>('SELECT count(*) AS n FROM transactions');
  await createSpendView(store, meta.timeZone);
  const customers = await loadCustomerTable(store, n > 0 ? { kind: 'transactions', timeZone: meta.timeZone } : shopProxy); // prettier-ignore
  const every = Math.max(1, Math.ceil(customers.ids.length / most));
  const source = await customerSource(store, n > 0);
  const present = await readFeatures(store, source, `hash(r.user_id) % ${every} = 0`);
  const published = await readPublished(client);
  const points = churnDrift({ ...churn, reference }, present, published);
  const known = customers.ids.flatMap((id, row) => {
    const before = published.get(id);
    return before && !Number.isNaN(customers.churned[row]!) ? [[before.probability, customers.churned[row]!] as const] : []; // prettier-ignore
  });
  if (known.length > 0) {
    // Of who was learnt from, what was published is by a model that had not seen him.
    const probability = Float64Array.from(known, ([each]) => each);
    return { version: live.version, points: [...points, ...calibrationPoints(probability, known.map(([, label]) => label))] }; // prettier-ignore
  }
  const history = n > 0 ? await readChurnHistory(store, meta.timeZone) : undefined;
  if (!history) {
    return { version: live.version, points };
  }
  const past = (await readFeatures(store, history.source)).table;
  const expected = churnProbability(churn.model, columnsFor(churn.model, past));
  return { version: live.version, points: [...points, ...calibrationPoints(expected, history.labels)] };
}

async function readPublished(client: ElasticClient): Promise<Map<string, Published>> {
  const { name, fields } = indices.customers;
  const found = new Map<string, Published>();
  const documents = client.helpers.scrollDocuments<Pick<Customer, 'user_id' | 'churn_probability' | 'rfm'>>({
    ...{ index: name, size: 5_000, ignore_unavailable: true },
    _source: [fields.user_id, fields.churn_probability, fields.rfm.segment],
    query: { bool: { filter: [{ exists: { field: fields.churn_probability } }, { exists: { field: fields.rfm.segment } }] } }, // prettier-ignore
  });
  for await (const { user_id: id, churn_probability: probability, rfm } of documents) {
    found.set(id, { probability: probability!, segment: rfm!.segment });
  }
  return found;
}
