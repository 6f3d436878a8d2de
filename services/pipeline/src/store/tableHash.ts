import { identifier } from './sqlText';
import type { Store } from './store';

export interface TableHash {
  rows: number;
  content_hash: string;
}

/**
 * Hash of a table's rows, whatever their order: XOR of their MD5, by DuckDB on its own threads. It tells two states of the
 * data apart; it is no seal against somebody who makes rows to fit it.
 *
 * @param without columns that say how rows came in, not what they are
 */
export async function tableHash(store: Store, table: string, without: readonly string[] = []): Promise<TableHash> {
  const columns = await store.rows<{ column_name: string }>(
    `SELECT column_name FROM (DESCRIBE SELECT * FROM ${identifier(table)}) ORDER BY column_name`
  );
  const names = columns.map(({ column_name: name }) => name).filter((name) => !without.includes(name));
  // Lengths stand before the texts, so that no two rows have one text; NULL has none.
  const texts = names.map((name) => {
    const text = `CAST(${identifier(name)} AS VARCHAR)`;
    return `coalesce(concat(length(${text}), ':', ${text}), '-')`;
  });
  const { rows, hash } = await store.one<{ rows: number; hash: string | null }>(
    `SELECT count(*) AS rows, CAST(bit_xor(md5_number(concat_ws(',', ${texts.join(', ')}))) AS VARCHAR) AS hash FROM ${identifier(table)}`
  );
  return { rows, content_hash: `rows:${hash ?? 0}` };
}
