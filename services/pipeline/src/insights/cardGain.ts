import { cardProducts } from '@spendscope/contracts';
import { literal } from '../store/sqlText';
import { type Finding, type SpendData, dateSql, money, percent } from './finding';
import { leastOfGroup } from './groups';
import { yearDays } from './prepareSpend';

interface Gain {
  dimension: string;
  level: string;
  product: string;
  customers: number;
  cashback: number;
  gaining: number;
}

/** Cards that are shown for a group, the best first. */
const mostOfGroup = 3;

const sqlOf = (text: string | undefined): string => (text === undefined ? 'NULL' : literal(text));

/** The issuer's benefits as rows, amounts in thousandths as spend is. */
const benefits = cardProducts.flatMap(({ id, annualFee, benefits: own }) =>
  own.map(
    ({ categoryLarge, categoryMid, rate, monthlyCap }, i) =>
      `(${literal(id)}, ${annualFee * 1000}, ${i}, ${literal(categoryLarge)}, ${sqlOf(categoryMid)}, ${Math.round(rate * 1000)}, ${monthlyCap * 1000})`
  )
);

/**
 * What each card would have paid back in the last 365 days to the customers of each group, benefit by benefit and month by
 * month up to its cap, less its annual fee. Only for the card issuer's own world: the benefits are those of its cards.
 */
export async function cardGain({ store, last, currency, world }: SpendData): Promise<Finding[]> {
  if (world !== 'card') {
    return [];
  }
  const rows =
    await store.rows<Gain>(`WITH benefits(product, fee, benefit, large, mid, permille, cap) AS (VALUES ${benefits.join(', ')}),
    monthly AS (
      SELECT user_id, date_trunc('month', ${dateSql('local_day')}) AS month, category_large AS large, category_mid AS mid,
        CAST(sum(mills) AS BIGINT) AS mills
      FROM spend WHERE is_spend = 1 AND local_day > ${last - yearDays} GROUP BY ALL
    ),
    paid AS (
      SELECT m.user_id, b.product, b.benefit, m.month,
        greatest(0, least(CAST(sum(m.mills) AS BIGINT) * any_value(b.permille) // 1000, any_value(b.cap))) AS mills
      FROM monthly m JOIN benefits b ON b.large = m.large AND (b.mid IS NULL OR b.mid = m.mid)
      GROUP BY ALL
    ),
    gains AS (SELECT user_id, product, CAST(sum(mills) AS BIGINT) AS mills FROM paid GROUP BY ALL),
    fees AS (SELECT DISTINCT product, fee FROM benefits),
    sizes AS (SELECT dimension, level, count(*) AS customers FROM customer_groups GROUP BY ALL)
    SELECT s.dimension, s.level, f.product, s.customers, CAST(coalesce(sum(n.mills), 0) AS DOUBLE) / 1000 AS cashback,
      count(*) FILTER (WHERE n.mills > f.fee) AS gaining
    FROM sizes s CROSS JOIN fees f JOIN customer_groups g ON g.dimension = s.dimension AND g.level = s.level
    LEFT JOIN gains n ON n.user_id = g.user_id AND n.product = f.product
    WHERE s.customers >= ${leastOfGroup} AND s.dimension <> 'cell'
    GROUP BY ALL ORDER BY s.dimension, s.level, f.product`);
  const groups = [...new Set(rows.map(({ dimension, level }) => JSON.stringify([dimension, level])))];
  return groups.flatMap((key) =>
    rows
      .filter(({ dimension, level }) => JSON.stringify([dimension, level]) === key)
      .map((row) => {
        const product = cardProducts.find(({ id }) => id === row.product)!;
        const gain = row.cashback / row.customers;
        return { ...row, product, gain, net: gain - product.annualFee };
      })
      .sort((a, b) => b.net - a.net)
      .slice(0, mostOfGroup)
      .map(({ product, level, dimension, customers, gain, net, gaining }, place): Finding => ({
        kind: 'card_product',
        question: `Which card suits ${level}?`,
        period: 'last 365 days',
        group: level,
        dimension,
        category: product.name,
        place,
        value: net,
        effect: gaining / customers,
        verdict: `${product.name}: ${money(gain, currency)} cashback less ${money(product.annualFee, currency)} fee a year; ${percent(gaining / customers)} would get more than they pay. For ${product.benefits.map(({ categoryLarge, categoryMid }) => categoryMid ?? categoryLarge).join(', ')}.`,
        figures: { customers, gain, fee: product.annualFee },
      }))
  );
}
