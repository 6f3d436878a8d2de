/** One of several parts of the customers, which together are all of them. */
export interface Shard {
  /** from 0 */
  index: number;
  of: number;
}

const mostShards = 10_000;

/** `i/n`, i from 0; undefined where it is none. */
export function readShard(text: string): Shard | undefined {
  const [, index, of] = /^(\d{1,5})\/(\d{1,5})$/.exec(text)?.map(Number) ?? [];
  return index !== undefined && of !== undefined && index < of && of <= mostShards ? { index, of } : undefined;
}

/** Whether a customer belongs to a shard. By MD5 of the token, which no version of DuckDB makes otherwise. */
export const shardSql = ({ index, of }: Shard, column = 'user_id'): string =>
  of === 1 ? 'true' : `md5_number_lower(${column}) % ${of} = ${index}`;
