import { readRows, realDataFile } from '../../fixtures/realData';
import { silhouette } from '../cluster-quality/silhouette';
import { matrixOfColumns, type Matrix } from '../matrix';
import { fitStandardizer, standardize } from '../preprocessing/standardize';
import { kmeans } from './kmeans';

/** scikit-learn 1.9.1, KMeans(n_init=10, random_state=0) on the same features. */
const peer = [
  { k: 2, inertia: 6476.506937, expected: 0.4325 },
  { k: 3, inertia: 4858.057353, expected: 0.337 },
  { k: 4, inertia: 3925.502939, expected: 0.3328 },
  { k: 5, inertia: 3269.322627, expected: 0.318 },
  { k: 6, inertia: 2840.378387, expected: 0.3155 },
];

const path = realDataFile('online-retail.csv.gz');

(path ? it : it.skip)(
  'segments of online-retail are as tight as scikit-learn’s best of ten, at each k',
  () => {
    const customers = standardized(path!);
    expect(customers.rows).toBe(4338);
    for (const { k, inertia, expected } of peer) {
      const result = kmeans(customers, { k, seed: 1 });
      expect(result.inertia).toBeLessThanOrEqual(inertia * 1.001);
      expect(Math.abs(silhouette(customers, result.labels) - expected)).toBeLessThan(0.002);
    }
  },
  120_000
);

/** z-scores of log1p(R, F, M) per customer: sales only, repeated lines once, recency in days up to the last day + 1. */
function standardized(file: string): Matrix {
  const customers = new Map<string, { last: number; invoices: Set<string>; amount: number }>();
  const seen = new Set<string>();
  let latest = 0;
  for (const row of readRows(file)) {
    const [invoice, , , quantity, date, price, customer] = row;
    const line = row.join('\t');
    if (!customer || invoice!.startsWith('C') || !(Number(quantity) > 0) || !(Number(price) > 0) || seen.has(line)) {
      continue;
    }
    seen.add(line);
    const day = Math.floor(Date.parse(`${date!.replace(' ', 'T')}Z`) / 86_400_000);
    const known = customers.get(customer) ?? { last: 0, invoices: new Set(), amount: 0 };
    customers.set(customer, known);
    known.last = Math.max(known.last, day);
    known.invoices.add(invoice!);
    known.amount += Number(quantity) * Number(price);
    latest = Math.max(latest, day);
  }
  const all = [...customers.values()];
  const columns = [all.map((c) => latest + 1 - c.last), all.map((c) => c.invoices.size), all.map((c) => c.amount)];
  const m = matrixOfColumns(columns);
  return standardize(m, fitStandardizer(m, true));
}
