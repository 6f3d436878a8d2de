import { detectorNames } from '@spendscope/contracts';
import type { Store } from '../../store/store';
import { customerColumns } from './customerColumns';

/** Customers with transactions in order of their token, as columns. */
export interface CustomerFigures {
  ids: string[];
  /** mean of the three highest scores of its transactions */
  evidence: Float64Array;
  /** transactions at or above the anomaly threshold */
  flagged: Float64Array;
  /** number of its strangest transaction in `ordered` */
  strangest: Float64Array;
  /** the amount farthest from its own median, how far in robust deviations, and the median; NaN where none stands out */
  ownAmount: Float64Array;
  ownZ: Float64Array;
  ownUsual: Float64Array;
  /** each detector's highest score among its transactions, in their usual order */
  detectors: Float64Array[];
  /** of each of the customer columns as people read them; NaN where unknown */
  figures: Float64Array[];
  /** median of each */
  usual: number[];
}

const firsts = ['evidence', 'flagged', 'strangest', 'own_amount', 'own_z', 'own_usual'] as const;

/** Reads the tables `features`, `customer_scores` and `ordered`. */
export async function readCustomers(store: Store): Promise<CustomerFigures> {
  const select = [
    ...['s.evidence', 's.flagged', 's.strangest', 'o.amount', 's.own_z', 's.own_usual'],
    ...detectorNames.map((name) => `s.${name}`),
    ...customerColumns.map(({ sql }) => sql),
  ].map((sql) => `coalesce((${sql})::DOUBLE, 'nan'::DOUBLE)`);
  const from = 'FROM customer_scores s JOIN features f ON f.user_id = s.user_id';
  const { n } = await store.one<{ n: number }>(`SELECT count(*) AS n ${from}`);
  const columns = select.map(() => new Float64Array(n));
  const ids: string[] = [];
  const sql = `SELECT s.user_id, ${select.join(', ')} ${from} LEFT JOIN ordered o ON o.rowid = s.own_row ORDER BY s.user_id`;
  for await (const [tokens, ...values] of store.columns(sql)) {
    const at = ids.length;
    ids.push(...(tokens as string[]));
    values.forEach((list, j) => columns[j]!.set(list as number[], at));
  }
  const figures = columns.slice(firsts.length + detectorNames.length);
  return {
    ids,
    ...{ evidence: columns[0]!, flagged: columns[1]!, strangest: columns[2]! },
    ...{ ownAmount: columns[3]!, ownZ: columns[4]!, ownUsual: columns[5]! },
    detectors: columns.slice(firsts.length, firsts.length + detectorNames.length),
    figures,
    usual: figures.map(middle),
  };
}

/** Row by row what the forest judges: logarithms where wanted, medians where unknown. */
export function customerMatrix({ ids, figures, usual }: CustomerFigures): Float64Array {
  const columns = customerColumns.length;
  const data = new Float64Array(ids.length * columns);
  customerColumns.forEach(({ log }, j) =>
    figures[j]!.forEach((figure, row) => {
      const value = Number.isNaN(figure) ? usual[j]! : figure;
      data[row * columns + j] = log ? Math.log10(1 + Math.abs(value)) : value;
    })
  );
  return data;
}

/** 0 where nobody has the figure. */
function middle(values: Float64Array): number {
  const known = values.filter((value) => !Number.isNaN(value)).sort();
  return known[known.length >> 1] ?? 0;
}
