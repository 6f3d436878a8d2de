import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import {
  type PointsState,
  indices,
  matchingColumn,
  noClusterByte,
  packColumns,
  pointColumns,
} from '@spendscope/contracts';
import type { ElasticClient } from '@spendscope/elastic';
import { ApiError } from '../../http/apiError';
import { newestRun } from '../customers/newestRun';
import { matchingRows } from './matchingRows';
import { notPacked } from './notPacked';
import { type RunRow, runPages } from './runPages';
import { tokenKey } from './tokenKey';

const { fields } = indices.customers;
/** More would not fit into the memory of a service that others need, nor into that of a browser. */
export const mostCustomers = 5_000_000;
/** Packed columns that nobody asks for are dropped. */
const idleMs = 30 * 60_000;
/** Fast rather than small: floats hardly shrink. */
const compression = { level: 1 };
const compress = promisify(gzip);
/** Filters of which a run's answers are kept. */
const mostFilters = 8;

interface Answer {
  plain: Buffer;
  zipped: Buffer;
}

interface Pack {
  runId: string;
  customers: number;
  done: number;
  ready: boolean;
  failed?: Error;
  cluster: Uint8Array;
  columns: Map<string, Float32Array>;
  /** Of each row's token, by which the rows that pass a filter are found again. */
  keys: Float64Array;
  /** Answers that were given before, by the columns asked for. */
  answers: Map<string, Answer>;
  /** The same by filter, oldest first; also those that are still being looked up. */
  filtered: Map<string, Promise<Answer>>;
}

async function answerOf(runId: string, columns: Readonly<Record<string, Float32Array | Uint8Array>>): Promise<Answer> {
  const plain = Buffer.from(packColumns({ runId, columns }).buffer);
  return { plain, zipped: await compress(plain, compression) };
}

/**
 * Columns of the newest run, side by side in memory: one run at a time, read in the background when somebody first asks.
 * A run's documents change only by an erasure, after which it is read anew.
 */
export class RunPacks {
  private pack?: Pack;
  private idle?: NodeJS.Timeout;

  constructor(private readonly client: ElasticClient) {}

  /** How far the newest run is; begins to read it. @throws ApiError 422 where it is too large */
  async state(): Promise<PointsState> {
    const newest = await newestRun(this.client);
    if (!newest) {
      return { customers: 0, packed: 0, columns: [] };
    }
    if (newest.customers > mostCustomers) {
      throw new ApiError(
        422,
        'too_many_customers',
        `The run has ${newest.customers} customers; ${mostCustomers} can be sent one by one. Density shows them all.`
      );
    }
    const pack = this.packOf(newest);
    if (pack.failed) {
      this.pack = undefined;
      throw pack.failed;
    }
    return {
      runId: pack.runId,
      customers: pack.customers,
      packed: pack.ready ? 1 : Math.min(0.99, pack.done / Math.max(1, pack.customers)),
      columns: pack.ready ? [...pack.columns.keys()] : [],
    };
  }

  /**
   * Packed bytes of a run's columns, rows in the order of tokens, and what names them.
   * @throws ApiError 409 while the run is not ready or another is the newest, 400 where a column is unknown
   */
  async columns(runId: string, names: readonly string[]): Promise<Answer & { etag: string }> {
    const pack = this.ready(runId);
    const key = names.join();
    let answer = pack.answers.get(key);
    if (!answer) {
      const chosen = names.map((name) => {
        const values = name === fields.cluster ? pack.cluster : pack.columns.get(name);
        if (!values) {
          throw new ApiError(400, 'column_unknown', `No customer of the run has a value called ${name}.`);
        }
        return [name, values] as const;
      });
      answer = await answerOf(runId, Object.fromEntries(chosen));
      pack.answers.set(key, answer);
    }
    return { ...answer, etag: `"${runId}-by-token-${pack.customers}-${key}"` };
  }

  /**
   * One packed column of bytes, in the order of the rows: 1 where the customer passes the filter, else 0.
   * @throws ApiError 409 as {@link columns}, 400 where the filter cannot be read
   */
  async matching(runId: string, filter: string): Promise<Answer> {
    const pack = this.ready(runId);
    const known = pack.filtered.get(filter);
    if (known) {
      return known;
    }
    const asking = matchingRows(this.client, pack, filter).then((rows) => answerOf(runId, { [matchingColumn]: rows }));
    pack.filtered.set(filter, asking);
    for (const oldest of pack.filtered.keys()) {
      if (pack.filtered.size <= mostFilters) {
        break;
      }
      pack.filtered.delete(oldest);
    }
    return asking.catch((error: unknown) => {
      pack.filtered.delete(filter);
      if (error instanceof ApiError && error.status === 409 && this.pack === pack) {
        // The index holds whom the pack does not: it is read anew when somebody asks for its state.
        this.pack = undefined;
      }
      throw error;
    });
  }

  /** Drops what is held. */
  close(): void {
    clearTimeout(this.idle);
    this.pack = undefined;
  }

  private ready(runId: string): Pack {
    const pack = this.pack;
    if (!pack?.ready || pack.runId !== runId) {
      throw notPacked();
    }
    this.keep();
    return pack;
  }

  private packOf(newest: { runId: string; customers: number }): Pack {
    const known = this.pack;
    if (known?.runId === newest.runId && known.customers === newest.customers) {
      this.keep();
      return known;
    }
    const pack: Pack = {
      ...newest,
      done: 0,
      ready: false,
      cluster: new Uint8Array(newest.customers).fill(noClusterByte),
      columns: new Map(pointColumns.map((name) => [name, new Float32Array(newest.customers).fill(NaN)])),
      keys: new Float64Array(newest.customers),
      answers: new Map(),
      filtered: new Map(),
    };
    this.pack = pack;
    this.keep();
    void this.read(pack).catch((error: unknown) => {
      pack.failed = error instanceof Error ? error : new Error(String(error));
    });
    return pack;
  }

  private async read(pack: Pack): Promise<void> {
    const seen = new Set<string>();
    for await (const rows of runPages(this.client, pack.runId, [fields.cluster, ...pointColumns])) {
      if (this.pack !== pack) {
        return;
      }
      rows.forEach((row, i) => take(pack, pack.done + i, row, seen));
      pack.done += rows.length;
    }
    for (const name of pointColumns) {
      if (!seen.has(name)) {
        pack.columns.delete(name);
      }
    }
    pack.ready = true;
  }

  private keep(): void {
    clearTimeout(this.idle);
    this.idle = setTimeout(() => (this.pack = undefined), idleMs).unref();
  }
}

function take(pack: Pack, row: number, { token, values }: RunRow, seen: Set<string>): void {
  if (row >= pack.customers) {
    return;
  }
  pack.keys[row] = tokenKey(token);
  for (const [name, [value]] of Object.entries(values)) {
    if (typeof value !== 'number') {
      continue;
    }
    const column = pack.columns.get(name);
    if (column) {
      column[row] = value;
      seen.add(name);
    } else if (value >= 0 && value < noClusterByte) {
      pack.cluster[row] = value;
    }
  }
}
