import type { ModelComparison, ModelFile } from '@spendscope/contracts';
import { churnProbability, columnsFor, readChurnFile } from '@spendscope/scoring';
import { customerSource, readFeatures } from '../../analyze/churn/churnFeatures';
import { loadCustomerTable, shopProxy } from '../../analyze/customerTable';
import { createSpendView } from '../../analyze/spendView';
import type { StoreReader } from '../../runs/withStore';
import { idRanges } from '../../store/idRanges';
import { compareVersions } from './compareVersions';
import { newestDay } from './newestDay';

/** Scores every customer, as known at the end of the newest day, by both models. */
export async function diffChurn(
  { store, meta }: StoreReader,
  live: ModelFile,
  candidate: ModelFile
): Promise<Pick<ModelComparison, 'day' | 'metrics'>> {
  const { n } = await store.one<{ n: number }>('SELECT count(*) AS n FROM transactions');
  const day = n > 0 ? (await newestDay(store, meta.timeZone)).day : new Date().toISOString().slice(0, 10);
  await createSpendView(store, meta.timeZone);
  await loadCustomerTable(store, n > 0 ? { kind: 'transactions', timeZone: meta.timeZone } : shopProxy);
  const source = await customerSource(store, n > 0);
  const versions = [live, candidate].map((file) => ({ ...readChurnFile(file), scores: [] as number[] }));
  for (const part of await idRanges(store, 'rfm')) {
    const { table } = await readFeatures(store, source, part('r.user_id'));
    if (table.rows > 0) {
      versions.forEach(({ model, scores }) => {
        const probability = churnProbability(model, columnsFor(model, table));
        probability.forEach((value) => scores.push(value));
      });
    }
  }
  return { day, metrics: compareVersions(versions[0]!, versions[1]!) };
}
