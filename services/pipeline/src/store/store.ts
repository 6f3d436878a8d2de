import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { type DuckDBAppender, type DuckDBConnection, DuckDBInstance, type DuckDBValue } from '@duckdb/node-api';
import type { StateFolder } from '../stateFolder';
import { UserError } from '../userError';
import { literal } from './sqlText';

export type SqlRow = Record<string, DuckDBValue>;

/** What DuckDB computes of a stream before it is asked for, so that it works while its reader waits for others. */
const readAhead = '16MB';

export interface StoreOptions {
  /** DuckDB's own limit; it spills to disk above. Default 800MB. */
  memoryLimit?: string;
  threads?: number;
}

/**
 * The pipeline's working store: one DuckDB file, opened by one command at a time. Beside it the command has a database
 * `work` of its own for what must not outlive it (originals, intermediate results); unlike DuckDB's temporary tables,
 * its tables are seen by all connections.
 */
export class Store {
  private readonly readers = new Set<DuckDBConnection>();

  private constructor(
    private readonly instance: DuckDBInstance,
    private readonly connection: DuckDBConnection,
    private readonly workFile: string
  ) {}

  static async open(folder: StateFolder, options: StoreOptions = {}): Promise<Store> {
    try {
      const instance = await DuckDBInstance.create(folder.store, {
        threads: String(options.threads ?? 2),
        memory_limit: options.memoryLimit ?? '800MB',
        temp_directory: folder.spill,
      });
      const connection = await instance.connect();
      const workFile = join(folder.spill, 'work.duckdb');
      // Left by a command that was killed: the store's lock says that nobody uses it.
      removeWork(workFile);
      await connection.run(`ATTACH ${literal(workFile)} AS work`);
      await prepare(connection);
      return new Store(instance, connection, workFile);
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

  /**
   * Chunks of at most 2,048 rows as columns, read lazily: memory does not grow with the result. Each stream has its own
   * connection, because DuckDB silently ends a stream when its connection is used for anything else.
   */
  async *columns(sql: string): AsyncGenerator<DuckDBValue[][]> {
    const reader = await this.instance.connect();
    this.readers.add(reader);
    try {
      await prepare(reader);
      await reader.run(`SET streaming_buffer_size = '${readAhead}'`);
      const result = await reader.stream(sql);
      for (;;) {
        const chunk = await result.fetchChunk();
        if (!chunk || chunk.rowCount === 0) {
          return;
        }
        yield chunk.getColumns();
      }
    } finally {
      this.readers.delete(reader);
      reader.closeSync();
    }
  }

  /** Appends to a table of the `work` database. */
  async appender(table: string): Promise<DuckDBAppender> {
    return this.connection.createAppender(table, 'main', 'work');
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
      `SELECT count(*) AS n FROM duckdb_tables() WHERE database_name <> 'work' AND table_name = ${literal(name)}`
    );
    return n > 0;
  }

  /** Stops the statements that run now. */
  interrupt(): void {
    this.connection.interrupt();
    this.readers.forEach((reader) => reader.interrupt());
  }

  close(): void {
    this.connection.closeSync();
    this.instance.closeSync();
    removeWork(this.workFile);
  }
}

/** Names are looked up in the store first, then in `work`; instants are in UTC. */
async function prepare(connection: DuckDBConnection): Promise<void> {
  await connection.run("SET TimeZone = 'UTC'; SET search_path = 'store.main,work.main'");
}

function removeWork(file: string): void {
  rmSync(file, { force: true });
  rmSync(`${file}.wal`, { force: true });
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
