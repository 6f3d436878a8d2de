import { pearson } from '@spendscope/analytics';
import { targetSegment } from '@spendscope/contracts';
import { literal } from '../store/sqlText';
import { type Finding, type SpendData, dateSql, money, moneySql, times } from './finding';
import { leastOfGroup, segmentDimension } from './groups';

const monthNames = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']; // prettier-ignore
/** Categories of the segment whose months are looked at: the largest. */
const mostCategories = 8;
/** A month from which on a bonus is proposed, against the mean month of the category. */
const strongMonth = 1.3;
/** A month of fewer payments is a chance of a few people, whatever its sum. */
const leastPayments = 10;
const months = 12;

/** Where the months of a year stand out in what the target segment buys, over the last twelve whole months. */
export async function segmentMonths({ store, first, last, currency }: SpendData): Promise<Finding[]> {
  const rows = await store.rows<{ category: string; month: number; year: number; spend: number; payments: number }>(`
    WITH dated AS (
      SELECT s.*, date_trunc('month', ${dateSql('s.local_day')}) AS month
      FROM spend s JOIN customer_groups g ON g.user_id = s.user_id AND g.dimension = ${literal(segmentDimension)}
      WHERE s.is_spend = 1 AND coalesce(s.category_mid, s.category_large) IS NOT NULL
    ),
    whole AS (
      SELECT DISTINCT month FROM dated
      WHERE month >= ${dateSql(first)} AND month + INTERVAL 1 MONTH - INTERVAL 1 DAY <= ${dateSql(last)}
      ORDER BY month DESC LIMIT ${months}
    )
    SELECT coalesce(category_mid, category_large) AS category, month(month) AS month, year(month) AS year, ${moneySql()} AS spend, count(*) AS payments
    FROM dated WHERE month IN (SELECT month FROM whole) GROUP BY ALL ORDER BY category, year, month`);
  if (new Set(rows.map(({ year, month }) => year * months + month)).size < months) {
    return [];
  }
  const totals = new Map<string, number>();
  rows.forEach(({ category, spend }) => totals.set(category, (totals.get(category) ?? 0) + spend));
  const largest = [...totals].sort(([, a], [, b]) => b - a).slice(0, mostCategories).map(([category]) => category); // prettier-ignore
  return rows
    .filter(({ category, spend }) => largest.includes(category) && spend > 0)
    .map(({ category, month, spend, payments }): Finding => {
      const index = spend / (totals.get(category)! / months);
      const strong = index >= strongMonth && payments >= leastPayments;
      return {
        kind: 'segment_month',
        question: `When does the segment buy ${category}?`,
        period: monthNames[month - 1]!,
        group: targetSegment.name,
        dimension: segmentDimension,
        category,
        value: spend,
        effect: index,
        direction: strong ? 'up' : 'unsure',
        verdict: strong
          ? `A bonus on ${category} in ${monthNames[month - 1]!}: ${times(index)} its mean month (${money(spend, currency)}).`
          : `${category} in ${monthNames[month - 1]!}: ${times(index)} its mean month.`,
        figures: { spend, payments },
      };
    })
    .sort((a, b) => b.effect! - a.effect!)
    .map((finding, place) => ({ ...finding, place }));
}

/**
 * Ages and grades that spend like the target segment: correlation of what is typical of a mix, the logarithm of each
 * category's share of spend against its share of all spend, over the categories that both buy.
 */
export async function lookalikes({ store }: SpendData): Promise<Finding[]> {
  const rows = await store.rows<{ dimension: string; level: string; customers: number; categories: string[]; spends: number[] }>(`
    WITH mixes AS (
      SELECT g.dimension, g.level, b.category, ${moneySql()} AS spend
      FROM category_buyers b JOIN customer_groups g ON g.user_id = b.user_id
      WHERE g.dimension IN ('cell', ${literal(segmentDimension)}) GROUP BY ALL
    ),
    sizes AS (SELECT dimension, level, count(*) AS customers FROM customer_groups GROUP BY ALL)
    SELECT m.dimension, m.level, s.customers, list(m.category ORDER BY m.category) AS categories, list(m.spend ORDER BY m.category) AS spends
    FROM mixes m JOIN sizes s ON s.dimension = m.dimension AND s.level = m.level
    WHERE s.customers >= ${leastOfGroup} GROUP BY ALL ORDER BY m.level`); // prettier-ignore
  const everybody = await store.rows<{ category: string; spend: number }>(`SELECT category, ${moneySql()} AS spend FROM category_buyers GROUP BY category ORDER BY category`); // prettier-ignore
  const total = everybody.reduce((sum, { spend }) => sum + spend, 0);
  const usual = new Map(everybody.map(({ category, spend }) => [category, spend / total]));
  const typical = (row: (typeof rows)[number]): Map<string, number> => {
    const sum = row.spends.reduce((all, spend) => all + spend, 0);
    return new Map(
      row.categories.map((category, i) => [category, Math.log(row.spends[i]! / sum / usual.get(category)!)])
    );
  };
  const target = rows.find(({ dimension }) => dimension === segmentDimension);
  if (!target) {
    return [];
  }
  const own = typical(target);
  // The segment's own cell is made of it.
  const ownCell = [targetSegment.traits.grade?.[0], targetSegment.traits.age_band?.[0]].join(', ');
  return rows
    .filter(({ dimension, level }) => dimension === 'cell' && level !== ownCell)
    .flatMap((row): Finding[] => {
      const mix = typical(row);
      const shared = [...own.keys()].filter((category) => mix.has(category));
      if (shared.length < 4) {
        return [];
      }
      const { r, low, high } = pearson(shared.map((category) => own.get(category)!), shared.map((category) => mix.get(category)!)); // prettier-ignore
      const top = shared.sort((a, b) => own.get(b)! + mix.get(b)! - (own.get(a)! + mix.get(a)!)).slice(0, 3);
      const spend = row.spends.reduce((all, each) => all + each, 0);
      return [
        {
          kind: 'lookalike',
          question: 'Who spends like the segment?',
          period: 'last 365 days',
          group: row.level,
          dimension: 'cell',
          value: r,
          ...{ low, high },
          verdict: `Both spend more than others on ${top.join(', ')}.`,
          figures: { customers: row.customers, spend },
        },
      ];
    })
    .sort((a, b) => b.value - a.value)
    .map((finding, place) => ({ ...finding, place }));
}
