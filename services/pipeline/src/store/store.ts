import { type DuckDBConnection, DuckDBInstance, type DuckDBValue } from '@duckdb/node-api';
import type { StateFolder } from '../stateFolder';
import { UserError } from '../userError';
import { literal } from './sqlText';

export type SqlRow = Record<string, DuckDBValue>;

export interface StoreOptions {
  readOnly?: boolean;
  /** DuckDB's own limit; it spills to disk above. Default 800MB. */
  memoryLimit?: string;
  threads?: number;
}

/** The pipeline's working store: one DuckDB file, opened by one command at a time. */
export class Store {
  private constructor(
    private readonly instance: DuckDBInstance,
    readonly connection: DuckDBConnection
  ) {}

  static async open(folder: StateFolder, options: StoreOptions = {}): Promise<Store> {
    try {
      const instance = await DuckDBInstance.create(folder.store, {
        threads: String(options.threads ?? 2),
        memory_limit: options.memoryLimit ?? '800MB',
        temp_directory: folder.spill,
        ...(options.readOnly ? { access_mode: 'READ_ONLY' } : {}),
      });
      const connection = await instance.connect();
      await connection.run("SET TimeZone = 'UTC'");
      return new Store(instance, connection);
    } catch (cause) {
      throw openError(folder, cause);
    }
  }

  async run(sql: string, values?: DuckDBValue[]): Promise<void> {
    await this.connection.run(sql, values);
  }

  /** Rows changed by an INSERT, UPDATE or DELETE. */
  async change(sql: string): Promise<number> {
    return (await this.connection.run(sql)).rowsChanged;
  }

  /** All rows of a small result, as objects of plain JavaScript values; 64-bit integers come as numbers. */
  async rows<Row extends object>(sql: string, values?: DuckDBValue[]): Promise<Row[]> {
    const reader = await this.connection.runAndReadAll(sql, values);
    return reader.getRowObjectsJS().map(plain) as Row[];
  }

  async one<Row extends object>(sql: string, values?: DuckDBValue[]): Promise<Row> {
    return (await this.rows<Row>(sql, values))[0]!;
  }

  /** Chunks of at most 2,048 rows as columns, read lazily: memory does not grow with the result. */
  async *columns(sql: string): AsyncGenerator<DuckDBValue[][]> {
    const result = await this.connection.stream(sql);
    for (;;) {
      const chunk = await result.fetchChunk();
      if (!chunk || chunk.rowCount === 0) {
        return;
      }
      yield chunk.getColumns();
    }
  }

  /** Runs in one transaction: all or nothing survives a kill. */
  async transaction<T>(work: () => Promise<T>): Promise<T> {
    await this.run('BEGIN TRANSACTION');
    try {
      const result = await work();
      await this.run('COMMIT');
      return result;
    } catch (error) {
      // The first error is what matters; a transaction that DuckDB ended by itself cannot be rolled back again.
      await this.run('ROLLBACK').catch(() => {});
      throw error;
    }
  }

  async hasTable(name: string): Promise<boolean> {
    const { n } = await this.one<{ n: number }>(
      `SELECT count(*)::INTEGER AS n FROM duckdb_tables() WHERE NOT temporary AND table_name = ${literal(name)}`
    );
    return n > 0;
  }

  /** Stops the statement that runs now. */
  interrupt(): void {
    this.connection.interrupt();
  }

  close(): void {
    this.connection.closeSync();
    this.instance.closeSync();
  }
}

function plain(row: Record<string, unknown>): Record<string, unknown> {
  for (const [name, value] of Object.entries(row)) {
    if (typeof value === 'bigint') {
      row[name] = Number(value);
    }
  }
  return row;
}

function openError(folder: StateFolder, cause: unknown): Error {
  const message = cause instanceof Error ? cause.message : String(cause);
  if (/lock/i.test(message)) {
    return new UserError(
      'Another spendscope command is using the store.',
      'Wait until it has ended, or stop it, and run this again.',
      { cause }
    );
  }
  if (/does not exist|No such file/i.test(message)) {
    return new UserError('Nothing has been ingested yet.', 'Run "spendscope ingest" first.', { cause });
  }
  return new UserError(
    `The store ${folder.store} cannot be opened: ${message.split('\n')[0]}`,
    'Move the file away and ingest again.',
    { cause }
  );
}
