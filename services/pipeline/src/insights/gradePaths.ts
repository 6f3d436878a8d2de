import { type LogisticModel, fitLogistic, matrix, predictLogistic } from '@spendscope/analytics';
import type { SpendData } from './finding';
import { type Borders, type Grade, gradeAbove, gradeBelow, ladder } from './gradeBorders';
import { quarterDays, yearDays } from './prepareSpend';

/** Of those below a border, whoever spent less than this share of it is too far away to be judged. */
const nearby = 0.3;
/** Fewer customers who crossed, or did not, teach nothing. */
const leastOfEach = 30;

interface Spends {
  year: number;
  quarter: number;
}

/** What tells who will reach a border: how near the year is, and how fast the last quarter was against a quarter of it. */
const features = ({ year, quarter }: Spends, border: number): [number, number] => [
  Math.log(Math.max(year, 1) / border),
  Math.log1p(Math.max(quarter, 0) / ((border * quarterDays) / yearDays)),
];

const isNear = (year: number, border: number): boolean => year >= nearby * border && year < border;

/**
 * Learns from the past who reaches a border: of the customers below one 90 days ago, who is above it now. Undefined where the
 * history is shorter than a year and a quarter, or too few crossed.
 */
export async function learnCrossing(data: SpendData, borders: Borders): Promise<LogisticModel | undefined> {
  if (data.last - data.first < yearDays + quarterDays) {
    return undefined;
  }
  const rows: number[] = [];
  const labels: number[] = [];
  const limits = ladder.map((grade) => borders[grade]).filter((border) => border !== undefined);
  for await (const [years, quarters, now] of data.store.columns(
    'SELECT earlier_year, earlier_quarter, year_spend FROM customer_years ORDER BY user_id'
  )) {
    (years as number[]).forEach((year, i) => {
      const border = limits.find((limit) => year < limit);
      if (border !== undefined && isNear(year, border)) {
        rows.push(...features({ year, quarter: quarters![i] as number }, border));
        labels.push((now![i] as number) >= border ? 1 : 0);
      }
    });
  }
  const crossed = labels.filter((label) => label === 1).length;
  return crossed < leastOfEach || labels.length - crossed < leastOfEach
    ? undefined
    : fitLogistic(matrix(Float64Array.from(rows), 2), Int8Array.from(labels));
}

interface Path {
  up?: { to: Grade; missing: number; border: number; probability?: number };
  down?: { to: Grade; room: number; border: number };
}

/** Where a customer of a grade stands between the border above and its own. */
export function pathOf(grade: Grade, spends: Spends, borders: Borders, model?: LogisticModel): Path {
  const above = gradeAbove(grade);
  const upper = above && borders[above];
  const below = gradeBelow(grade);
  const own = borders[grade];
  const judged = upper !== undefined && model !== undefined && isNear(spends.year, upper);
  return {
    ...(above && upper !== undefined
      ? {
          up: {
            to: above,
            missing: upper - spends.year,
            border: upper,
            ...(judged
              ? { probability: predictLogistic(model, matrix(Float64Array.from(features(spends, upper)), 2))[0]! }
              : {}),
          },
        }
      : {}),
    ...(below && own !== undefined ? { down: { to: below, room: spends.year - own, border: own } } : {}),
  };
}

/** Makes the empty table `grade_paths`, from which customers' documents take where they stand between grades. */
export const createGradePaths = (store: SpendData['store']): Promise<void> =>
  store.run(`CREATE OR REPLACE TABLE work.grade_paths (user_id VARCHAR, year_spend DOUBLE, quarter_spend DOUBLE,
    up_to VARCHAR, up_missing DOUBLE, up_distance DOUBLE, up_probability DOUBLE, down_to VARCHAR, down_room DOUBLE, down_distance DOUBLE)`);

/** Fills `grade_paths` for every customer with a grade. */
export async function storeGradePaths(data: SpendData, borders: Borders, model?: LogisticModel): Promise<void> {
  const appender = await data.store.appender('grade_paths');
  const number = (value: number | undefined): void =>
    value === undefined ? appender.appendNull() : appender.appendDouble(value);
  const text = (value: string | undefined): void =>
    value === undefined ? appender.appendNull() : appender.appendVarchar(value);
  const sql = `SELECT c.user_id, c.grade, coalesce(y.year_spend, 0)::DOUBLE, coalesce(y.quarter_spend, 0)::DOUBLE
    FROM customers c LEFT JOIN customer_years y ON y.user_id = c.user_id
    WHERE c.grade IN (${ladder.map((grade) => `'${grade}'`).join(', ')}) ORDER BY c.user_id`;
  for await (const [ids, grades, years, quarters] of data.store.columns(sql)) {
    (ids as string[]).forEach((id, i) => {
      const spends = { year: years![i] as number, quarter: quarters![i] as number };
      const { up, down } = pathOf(grades![i] as Grade, spends, borders, model);
      text(id);
      number(spends.year);
      number(spends.quarter);
      text(up?.to);
      number(up?.missing);
      number(up && up.missing / up.border);
      number(up?.probability);
      text(down?.to);
      number(down?.room);
      number(down && down.room / down.border);
      appender.endRow();
    });
  }
  appender.closeSync();
}
