import { type Finding, type SpendData, dateSql, money, moneySql, percentChange } from './finding';

interface Quarter {
  quarter: string;
  spend: number;
  payments: number;
  customers: number;
  comparable: number;
  year_before: number | null;
}

/**
 * Spend of each quarter, and against the same days a year before: days that have no counterpart in the data, as of the
 * running quarter or of the first one, are left out of both sides.
 */
export async function quarters({ store, first, last, currency }: SpendData): Promise<Finding[]> {
  const name = (date: string): string => `strftime(${date}, '%Y') || ' Q' || quarter(${date})`;
  const day = dateSql('local_day');
  const rows = await store.rows<Quarter>(`WITH days AS (SELECT *, ${day} AS day FROM spend WHERE is_spend = 1),
    now AS (
      SELECT ${name('day')} AS quarter, ${moneySql()} AS spend, count(*) AS payments, count(DISTINCT user_id) AS customers,
        ${moneySql(`day - INTERVAL 1 YEAR >= ${dateSql(first)}`)} AS comparable
      FROM days GROUP BY 1
    ),
    before AS (
      SELECT ${name('(day + INTERVAL 1 YEAR)')} AS quarter, ${moneySql()} AS year_before
      FROM days WHERE day + INTERVAL 1 YEAR <= ${dateSql(last)} GROUP BY 1
    )
    SELECT now.*, before.year_before FROM now LEFT JOIN before ON before.quarter = now.quarter ORDER BY now.quarter`);
  return rows.map(({ quarter, spend, payments, customers, comparable, year_before }, place) => {
    const change = year_before !== null && year_before > 0 ? comparable / year_before - 1 : undefined;
    return {
      kind: 'quarter',
      question: `How much was spent in ${quarter}?`,
      period: quarter,
      group: quarter,
      place,
      value: spend,
      ...(change === undefined ? {} : { effect: change }),
      verdict:
        change === undefined
          ? `${money(spend, currency)}; the data has no year before.`
          : `${money(spend, currency)}, ${percentChange(change)} against the same days a year before.`,
      figures: {
        spend,
        payments,
        customers,
        ...(change === undefined ? {} : { year_before: year_before!, change_year: change }),
      },
    };
  });
}
