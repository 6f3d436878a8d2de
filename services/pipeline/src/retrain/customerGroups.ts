import { ageBandSql } from '../documents/rowDocuments';
import type { Store } from '../store/store';
import type { TriedRows } from './trialFigures';

/** Traits by whose values a model must not do worse; those that the data has. */
const traits = {
  grade: 'c.grade',
  age_band: ageBandSql('c.age'),
  sex: 'c.sex',
  region: 'c.region',
} as const;

/** The traits of each row's customer, in the rows' order. @param from rows with a `user_id`, called `r`, and their order */
export async function customerGroups(store: Store, from: string, order: string): Promise<TriedRows['groups']> {
  const names = Object.keys(traits);
  const values = names.map((): (string | null)[] => []);
  for await (const columns of store.columns(
    `SELECT ${Object.values(traits).join(', ')} FROM ${from} r LEFT JOIN customers c ON c.user_id = r.user_id ORDER BY ${order}`
  )) {
    // prettier-ignore
    columns.forEach((column, at) => {
      for (const value of column as (string | null)[]) {
        values[at]!.push(value);
      }
    });
  }
  return Object.fromEntries(names.map((name, at) => [name, values[at]!]));
}
