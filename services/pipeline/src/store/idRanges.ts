import { literal } from './sqlText';
import type { Store } from './store';

/** Customers of a part: what is held of them at once is a few tens of megabytes. */
export const partCustomers = 50_000;

/**
 * Conditions on a column of customers' tokens that cut a table into parts of about as many customers, in ascending order.
 * Together they are true of every token, those of other tables too. One part, without a condition, where there are few.
 */
export async function idRanges(
  store: Store,
  table: string,
  size = partCustomers
): Promise<((column: string) => string)[]> {
  const borders = await store.rows<{ user_id: string }>(
    `SELECT user_id FROM (SELECT user_id, row_number() OVER (ORDER BY user_id) AS place FROM ${table})
     WHERE place % ${size} = 0 ORDER BY user_id`
  );
  const ids = borders.map(({ user_id }) => literal(user_id));
  return [...ids, undefined].map((to, part) => (column) => {
    const from = ids[part - 1];
    const conditions = [...(from ? [`${column} > ${from}`] : []), ...(to ? [`${column} <= ${to}`] : [])];
    return conditions.join(' AND ') || 'true';
  });
}
