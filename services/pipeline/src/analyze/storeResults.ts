import { rfmScores, rfmSegment } from '@spendscope/analytics';
import type { Customer, RfmScheme } from '@spendscope/contracts';
import type { Store } from '../store/store';
import type { ChurnEstimate } from './churn/churnEstimate';
import type { Explanation } from './churn/explanation';
import type { CustomerTable } from './customerTable';
import type { Persona } from './personas/describeCluster';
import type { Plane } from './plane';
import { type Segmentation, log10 } from './segmentCustomers';

/** As the customer's document has it, to seven digits: more is not kept. */
function detailsOf({ base, parts, rest }: Explanation): NonNullable<Customer['churn_reason_details']> {
  const short = (value: number): number => Number(value.toPrecision(7));
  return {
    base: short(base),
    parts: parts.map(({ column, value, contribution }) => ({ column, ...(value === null ? {} : { value }), contribution: short(contribution) })), // prettier-ignore
    rest: short(rest),
  };
}

/** Puts what the segmentation found about each customer into the table `results`, from which documents are made. */
export async function storeResults(
  store: Store,
  table: CustomerTable,
  segmentation: Segmentation,
  personas: readonly Persona[],
  churn: ChurnEstimate,
  lifetime: Float64Array | undefined,
  plane: Plane | undefined,
  scheme: RfmScheme
): Promise<void> {
  const personaOf = new Map(segmentation.clusters.map(({ cluster }, i) => [cluster, personas[i]!.name]));
  await store.run(`CREATE OR REPLACE TABLE work.results (
    user_id VARCHAR, recency DOUBLE, frequency DOUBLE, monetary DOUBLE, log_recency DOUBLE, log_frequency DOUBLE,
    log_monetary DOUBLE, log100_recency INTEGER, log100_frequency INTEGER, log100_monetary INTEGER, recency_score INTEGER, frequency_score INTEGER, monetary_score INTEGER, score VARCHAR,
    segment VARCHAR, version VARCHAR, cluster INTEGER, persona VARCHAR, churn_probability DOUBLE, churn_basis VARCHAR, clv DOUBLE, pca1 DOUBLE, pca2 DOUBLE, churn_reasons VARCHAR, churn_reason_details VARCHAR
  )`);
  const { recency, frequency, monetary } = rfmScores(table, { ids: table.ids, scheme });
  const appender = await store.appender('results');
  table.ids.forEach((id, row) => {
    const scores = [recency[row]!, frequency[row]!, monetary[row]!] as const;
    const figures = [table.recency[row]!, table.frequency[row]!, table.monetary[row]!];
    const cluster = segmentation.labels[row]!;
    const reasons = churn.reasons(row);
    appender.appendVarchar(id);
    figures.forEach((value) => appender.appendDouble(value));
    figures.forEach((value) => appender.appendDouble(log10(value)));
    figures.forEach((value) => appender.appendInteger(Math.round(100 * log10(value))));
    scores.forEach((score) => appender.appendInteger(score));
    appender.appendVarchar(scores.join(''));
    appender.appendVarchar(rfmSegment(...scores));
    appender.appendVarchar(scheme.version);
    appender.appendInteger(cluster);
    appender.appendVarchar(personaOf.get(cluster)!);
    appender.appendDouble(churn.probability[row]!);
    appender.appendVarchar(churn.basis);
    for (const values of [lifetime, plane?.pca1, plane?.pca2]) {
      if (values) {
        appender.appendDouble(values[row]!);
      } else {
        appender.appendNull();
      }
    }
    const explanation = churn.explanation(row);
    for (const said of [reasons.length > 0 ? reasons : undefined, explanation && detailsOf(explanation)]) {
      if (said) {
        appender.appendVarchar(JSON.stringify(said));
      } else {
        appender.appendNull();
      }
    }
    appender.endRow();
  });
  appender.closeSync();
}
