import { benjaminiHochberg, chiSquareTest } from '@spendscope/analytics';
import { type Finding, type SpendData, alpha, directionOf, moneySql, percent, times } from './finding';
import { leastOfGroup } from './groups';

interface Bought {
  dimension: string;
  level: string;
  category: string;
  customers: number;
  buyers: number;
  spend: number;
  group_spend: number;
  all_buyers: number;
  all_customers: number;
}

/** Categories that are proposed for a group: so many, those most typical of it. */
const mostOfGroup = 3;
/** A benefit for fewer than one in so many of a group is none for the group. */
const leastSupport = 0.05;

/**
 * Category mix → benefits: what each group buys more often than all customers. Support: share of the group that bought the
 * category in the last 365 days; lift: that ÷ the share of all. Chi-square of buyers in and outside the group, corrected over
 * all groups and categories; a lift is proposed where it is above 1 beyond chance.
 */
export async function recommendations({ store }: SpendData): Promise<Finding[]> {
  const rows = await store.rows<Bought>(`WITH sizes AS (
      SELECT dimension, level, count(*) AS customers FROM customer_groups GROUP BY ALL
    ),
    totals AS (SELECT category, count(*) AS all_buyers FROM category_buyers GROUP BY category),
    own AS (
      SELECT g.dimension, g.level, b.category, count(*) AS buyers, ${moneySql()} AS spend
      FROM category_buyers b JOIN customer_groups g ON g.user_id = b.user_id GROUP BY ALL
    )
    SELECT own.*, s.customers, t.all_buyers, sum(own.spend) OVER (PARTITION BY own.dimension, own.level ORDER BY own.category ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS group_spend,
      (SELECT count(DISTINCT user_id) FROM category_buyers) AS all_customers
    FROM own JOIN sizes s ON s.dimension = own.dimension AND s.level = own.level JOIN totals t ON t.category = own.category
    WHERE s.customers >= ${leastOfGroup} ORDER BY own.dimension, own.level, own.category`);
  const tested = rows.filter(({ buyers, all_buyers, customers, all_customers }) => all_buyers < all_customers && customers < all_customers && buyers > 0); // prettier-ignore
  const corrected = benjaminiHochberg(
    tested.map(({ buyers, customers, all_buyers, all_customers }) => {
      const outside = all_buyers - buyers;
      return chiSquareTest([
        [buyers, customers - buyers],
        [outside, all_customers - customers - outside],
      ]).p;
    })
  );
  const found = tested.map((row, i) => {
    const support = row.buyers / row.customers;
    return { ...row, p: corrected[i]!, support, lift: support / (row.all_buyers / row.all_customers) };
  });
  const groups = new Map<string, typeof found>();
  for (const row of found) {
    const key = JSON.stringify([row.dimension, row.level]);
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()].flatMap((rowsOfGroup) =>
    rowsOfGroup
      .filter(({ p, support, lift }) => p < alpha && lift > 1 && support >= leastSupport)
      .sort((a, b) => b.lift - a.lift)
      .slice(0, mostOfGroup)
      .map((row, place): Finding => ({
        kind: 'recommendation',
        question: `Which benefit suits ${row.level}?`,
        period: 'last 365 days',
        group: row.level,
        dimension: row.dimension,
        category: row.category,
        place,
        value: row.support,
        effect: row.lift,
        p: row.p,
        direction: directionOf(row.lift - 1, row.p),
        verdict: `Cashback on ${row.category}: ${percent(row.support)} of ${row.level} buy it, ${times(row.lift)} the share of all customers; it makes ${percent(row.spend / row.group_spend)} of what they spend.`,
        figures: {
          customers: row.customers,
          support: row.support,
          lift: row.lift,
          spend: row.spend,
          share: row.spend / row.group_spend,
        },
      }))
  );
}
