import { DuckDBInstance } from '@duckdb/node-api';

/**
 * Turns one of our CSV files into Parquet (zstd) by DuckDB's COPY. One thread and kept order make the bytes the same
 * each time; the memory limit keeps ten million rows below a gibibyte.
 */
export async function csvToParquet(from: string, to: string): Promise<void> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '1', memory_limit: '1GB' });
  const connection = await instance.connect();
  try {
    await connection.run('SET preserve_insertion_order = true');
    await connection.run(
      `COPY (SELECT * FROM read_csv(${literal(from)}, header = true, sample_size = -1)) TO ${literal(to)} (FORMAT parquet, COMPRESSION zstd)`
    );
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
