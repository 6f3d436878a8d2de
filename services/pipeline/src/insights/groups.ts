import { targetSegment } from '@spendscope/contracts';
import { ageBandSql } from '../documents/rowDocuments';
import { literal } from '../store/sqlText';
import type { SpendData } from './finding';

/** Traits by which customers are grouped, as fields of their documents. */
const traits = {
  grade: 'c.grade',
  age_band: ageBandSql('c.age'),
  region: 'c.region',
  life_stage: 'c.life_stage',
  sex: 'c.sex',
} as const;

/** Fewer customers are no group. */
export const leastOfGroup = 30;

/** What findings on the target segment are grouped by. */
export const segmentDimension = 'segment';

/** Whether a customer `c` is in the target segment. */
const inTarget = [
  ...Object.entries(targetSegment.traits).map(
    ([trait, values]) => `${traits[trait as keyof typeof targetSegment.traits]} IN (${values.map(literal).join(', ')})`
  ),
  `c.children >= ${targetSegment.children ?? 0}`,
].join(' AND ');

/** Fills `customer_groups(user_id, dimension, level)`: every group that a customer with spend in the last 365 days is in. */
export async function storeGroups({ store }: SpendData): Promise<void> {
  const levels = {
    ...traits,
    [segmentDimension]: `CASE WHEN ${inTarget} THEN ${literal(targetSegment.name)} END`,
    cell: `c.grade || ', ' || ${traits.age_band}`,
  };
  const parts = Object.entries(levels).map(
    ([name, sql]) => `SELECT c.user_id, ${literal(name)} AS dimension, ${sql} AS level
      FROM customers c JOIN active a ON a.user_id = c.user_id`
  );
  await store.run(`CREATE OR REPLACE TABLE work.customer_groups AS
    WITH active AS (SELECT DISTINCT user_id FROM category_buyers)
    SELECT * FROM (${parts.join(' UNION ALL ')}) WHERE level IS NOT NULL`);
}
