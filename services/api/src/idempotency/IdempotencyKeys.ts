import { type IdempotencyEntry, indices } from '@spendscope/contracts';
import { type ElasticClient, type Versioned, VersionedDocuments, isFarFrom } from '@spendscope/elastic';
import { ApiError } from '../http/apiError';
import { sha256 } from '../modules/audit/chain';

/** After so long, a key whose owner died may be taken over. */
export const takeoverAfterMs = 60_000;
/** So long a stored answer is replayed. */
export const keepAnswersMs = 24 * 3_600_000;

export interface StoredAnswer {
  status: number;
  /** JSON text. */
  body: string;
}

export type Beginning =
  | { kind: 'replay'; answer: StoredAnswer }
  /** `seed` is the same for every try of this key, so that ids made from it are too. */
  | { kind: 'run'; seed: string; id: string; held: Versioned<IdempotencyEntry> };

const mostTries = 5;

/** The keys by which a repeated request is known: creating a key's document is the lock of its effect. */
export class IdempotencyKeys {
  private readonly documents: VersionedDocuments<IdempotencyEntry>;

  constructor(
    private readonly client: ElasticClient,
    private readonly owner: string,
    private readonly now: () => Date
  ) {
    this.documents = new VersionedDocuments(client, indices.idempotency.name);
  }

  /**
   * Takes the key, or says what it answered before.
   * @param scope caller, method, path and key; hashed into the document's id
   * @throws ApiError 422 where the key came with another payload, 409 while its first request is still running
   */
  async begin(scope: readonly string[], fingerprint: string): Promise<Beginning> {
    const id = sha256(JSON.stringify(scope));
    for (let attempt = 0; attempt < mostTries; attempt++) {
      const at = this.now().toISOString();
      const entry: IdempotencyEntry = {
        fingerprint,
        status: 'running',
        created_at: at,
        locked_at: at,
        owner: this.owner,
      };
      const created = await this.documents.create(id, entry);
      if (created) {
        return running(id, created);
      }
      const known = await this.documents.get(id);
      const next = known && this.judge(known, fingerprint, entry);
      if (next && 'answer' in next) {
        return { kind: 'replay', answer: next.answer };
      }
      const taken = known && next && (await this.documents.replace(id, next.entry, known.version));
      if (taken) {
        return running(id, taken);
      }
    }
    throw inFlight();
  }

  /** Keeps the answer for whoever repeats the request. */
  async finish(id: string, held: Versioned<IdempotencyEntry>, answer: StoredAnswer): Promise<void> {
    const { status, body } = answer;
    await this.documents.replace(id, { ...held.document, status: 'done', http_status: status, body }, held.version);
  }

  /** Frees the key: nothing was done under it. */
  async abandon(id: string, held: Versioned<IdempotencyEntry>): Promise<void> {
    await this.documents.delete(id, held.version);
  }

  /** Drops answers that are no longer replayed, at most a thousand at once. */
  async purge(): Promise<number> {
    const index = indices.idempotency.name;
    const { created_at } = indices.idempotency.fields;
    const before = new Date(this.now().getTime() - keepAnswersMs).toISOString();
    const old = await this.client.search({
      index,
      size: 1_000,
      _source: false,
      query: { range: { [created_at]: { lt: before } } },
    });
    const operations = old.hits.hits.map((hit) => ({ delete: { _index: index, _id: hit._id! } }));
    if (operations.length > 0) {
      await this.client.bulk({ operations });
    }
    return operations.length;
  }

  private judge(
    known: Versioned<IdempotencyEntry>,
    fingerprint: string,
    fresh: IdempotencyEntry
  ): { answer: StoredAnswer } | { entry: IdempotencyEntry } {
    const { document } = known;
    const now = this.now().getTime();
    if (now - Date.parse(document.created_at) > keepAnswersMs) {
      return { entry: fresh };
    }
    if (document.fingerprint !== fingerprint) {
      throw new ApiError(
        422,
        'idempotency_key_reused',
        'This Idempotency-Key came with another request before. Use a new one.'
      );
    }
    if (document.status === 'done') {
      return { answer: { status: document.http_status ?? 200, body: document.body ?? 'null' } };
    }
    if (!isFarFrom(document.locked_at, this.now(), takeoverAfterMs)) {
      throw inFlight();
    }
    return { entry: { ...document, owner: fresh.owner, locked_at: fresh.locked_at } };
  }
}

const running = (id: string, held: Versioned<IdempotencyEntry>): Beginning => ({
  kind: 'run',
  id,
  held,
  seed: `${id}:${held.document.created_at}`,
});

const inFlight = (): ApiError =>
  new ApiError(
    409,
    'request_in_flight',
    'The first request with this Idempotency-Key is still running. Ask again in a moment.',
    {
      headers: { 'retry-after': '1' },
    }
  );
