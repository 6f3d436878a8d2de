import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { type PointsState, indices, noClusterByte, packColumns, pointColumns } from '@spendscope/contracts';
import type { ElasticClient } from '@spendscope/elastic';
import { ApiError } from '../../http/apiError';
import { newestRun } from '../customers/newestRun';

const { customers } = indices;
const fields = customers.fields;
const page = 10_000;
/** More would not fit into the memory of a service that others need, nor into that of a browser. */
export const mostCustomers = 5_000_000;
/** Packed columns that nobody asks for are dropped. */
const idleMs = 30 * 60_000;
/** Fast rather than small: floats hardly shrink. */
const compression = { level: 1 };
const compress = promisify(gzip);

interface Pack {
  runId: string;
  customers: number;
  done: number;
  ready: boolean;
  failed?: Error;
  cluster: Uint8Array;
  columns: Map<string, Float32Array>;
  /** Answers that were given before, by the columns asked for. */
  answers: Map<string, { plain: Buffer; zipped: Buffer }>;
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
   * Packed bytes of a run's columns and what names them.
   * @throws ApiError 409 while the run is not ready or another is the newest, 400 where a column is unknown
   */
  async columns(runId: string, names: readonly string[]): Promise<{ plain: Buffer; zipped: Buffer; etag: string }> {
    const pack = this.pack;
    if (!pack?.ready || pack.runId !== runId) {
      throw new ApiError(409, 'not_packed', 'This run is not ready to be sent. Ask for the state of points again.');
    }
    this.keep();
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
      const plain = Buffer.from(packColumns({ runId, columns: Object.fromEntries(chosen) }).buffer);
      answer = { plain, zipped: await compress(plain, compression) };
      pack.answers.set(key, answer);
    }
    return { ...answer, etag: `"${runId}-${pack.customers}-${key}"` };
  }

  /** Drops what is held. */
  close(): void {
    clearTimeout(this.idle);
    this.pack = undefined;
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
      answers: new Map(),
    };
    this.pack = pack;
    this.keep();
    void this.read(pack).catch((error: unknown) => {
      pack.failed = error instanceof Error ? error : new Error(String(error));
    });
    return pack;
  }

  private async read(pack: Pack): Promise<void> {
    const { id } = await this.client.openPointInTime({ index: customers.readAs, keep_alive: '2m' });
    const seen = new Set<string>();
    try {
      for (let after: (string | number)[] | undefined; this.pack === pack;) {
        const { hits } = await this.client.search({
          size: page,
          pit: { id, keep_alive: '2m' },
          query: { term: { [fields.run_id]: pack.runId } },
          _source: false,
          docvalue_fields: [fields.cluster, ...pointColumns],
          sort: [{ _shard_doc: 'asc' }],
          track_total_hits: false,
          ...(after ? { search_after: after } : {}),
        });
        hits.hits.forEach((hit, i) => take(pack, pack.done + i, hit.fields ?? {}, seen));
        pack.done += hits.hits.length;
        after = hits.hits.at(-1)?.sort as (string | number)[] | undefined;
        if (hits.hits.length < page) {
          break;
        }
      }
    } finally {
      await this.client.closePointInTime({ id }).catch(() => undefined);
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

function take(pack: Pack, row: number, values: Record<string, unknown[]>, seen: Set<string>): void {
  if (row >= pack.customers) {
    return;
  }
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
