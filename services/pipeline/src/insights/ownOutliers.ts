import { grades } from '@spendscope/contracts';
import { orderTypes } from '../analyze/spendView';
import { ownBoundsTableSql, ownOutlierSql } from '../documents/ownOutlier';
import { literal } from '../store/sqlText';
import { type Finding, type SpendData, money, percent, percentChange } from './finding';

interface Means {
  grade: string;
  payments: number;
  outliers: number;
  mean: number;
  typical: number;
  outlier_share: number;
}

/** What a few unusual orders do to each grade's mean: with and without those outside their customer's own bounds. */
export async function ownOutliers({ store, currency }: SpendData): Promise<Finding[]> {
  await store.run(ownBoundsTableSql());
  const thousandths = 'CAST(round(t.amount * 1000) AS DECIMAL(38, 0))';
  const rows = await store.rows<Means>(`WITH judged AS (
      SELECT coalesce(c.grade, 'all customers') AS grade, ${thousandths} AS mills, coalesce(${ownOutlierSql}, false) AS outlier
      FROM transactions t LEFT JOIN own_bounds b ON b.user_id = t.user_id LEFT JOIN customers c ON c.user_id = t.user_id
      WHERE t.type IN (${orderTypes.map(literal).join(', ')})
    )
    SELECT grade, count(*) AS payments, count(*) FILTER (WHERE outlier) AS outliers,
      CAST(sum(mills) AS DOUBLE) / 1000 / count(*) AS mean,
      CAST(sum(mills) FILTER (WHERE NOT outlier) AS DOUBLE) / 1000 / nullif(count(*) FILTER (WHERE NOT outlier), 0) AS typical,
      CAST(coalesce(sum(mills) FILTER (WHERE outlier), 0) AS DOUBLE) / nullif(CAST(sum(mills) AS DOUBLE), 0) AS outlier_share
    FROM judged GROUP BY grade ORDER BY grade`);
  return rows
    .sort((a, b) => grades.indexOf(a.grade as never) - grades.indexOf(b.grade as never))
    .map(({ grade, payments, outliers, mean, typical, outlier_share }, place) => ({
      kind: 'own_outliers',
      question: `What do outliers do to the mean order of ${grade}?`,
      period: 'all loaded data',
      group: grade,
      dimension: 'grade',
      place,
      value: mean,
      effect: typical / mean - 1,
      verdict: `${money(mean, currency)} with and ${money(typical, currency)} without them (${percentChange(typical / mean - 1)}): ${percent(outliers / payments)} of the orders make ${percent(outlier_share)} of the spend.`,
      figures: { payments, share: outlier_share, support: outliers / payments, before: mean, median: typical },
    }));
}
