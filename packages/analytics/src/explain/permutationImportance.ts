import { AnalyticsError } from '../analyticsError';
import { type Table, takeRows } from '../preprocessing/table';
import { Random } from '../random';
import { shuffle } from '../shuffle';

export interface Importance {
  name: string;
  /** how much worse the score gets, mean over repeats; negative values are chance */
  drop: number;
  /** standard deviation over repeats */
  deviation: number;
}

export interface ImportanceOptions {
  seed: number;
  /** shuffles of each column; 5 */
  repeats?: number;
}

/**
 * How much a score (higher is better) falls when a column is shuffled, so that it says nothing any more (Breiman 2001).
 * On held-out rows it says what the model needs; columns that say the same share the fall between them.
 */
export function permutationImportance(
  table: Table,
  score: (table: Table) => number,
  { seed, repeats = 5 }: ImportanceOptions
): Importance[] {
  if (!Number.isInteger(repeats) || repeats < 1) {
    throw new AnalyticsError('bad_option', `repeats must be a whole number from 1 on, not ${repeats}.`);
  }
  const whole = score(table);
  return table.columns.map(({ name }, j) => {
    const drops = Array.from({ length: repeats }, (_, repeat) => {
      const shuffled = takeRows(table, permutation(table.rows, new Random(seed, j * repeats + repeat))).columns[j]!;
      return whole - score({ ...table, columns: table.columns.with(j, shuffled) });
    });
    const drop = drops.reduce((sum, each) => sum + each, 0) / repeats;
    const squares = drops.reduce((sum, each) => sum + (each - drop) ** 2, 0);
    return { name, drop, deviation: Math.sqrt(squares / Math.max(1, repeats - 1)) };
  });
}

const permutation = (rows: number, random: Random): Int32Array =>
  shuffle(
    Int32Array.from({ length: rows }, (_, row) => row),
    random
  );
