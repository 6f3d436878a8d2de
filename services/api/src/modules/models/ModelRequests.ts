import { type ModelRequest, indices } from '@spendscope/contracts';
import { type ElasticClient, type Versioned, VersionedDocuments } from '@spendscope/elastic';

const { name: index, fields } = indices.modelRequests;
const most = 200;

/** What somebody wants to be live, each until a second person has decided. */
export class ModelRequests {
  private readonly documents: VersionedDocuments<ModelRequest>;

  constructor(private readonly client: ElasticClient) {
    this.documents = new VersionedDocuments(client, index);
  }

  get(id: string): Promise<Versioned<ModelRequest> | undefined> {
    return this.documents.get(id);
  }

  /** The one that is there already where a first try of the same call got so far. */
  async create(request: ModelRequest): Promise<ModelRequest> {
    const created = await this.documents.create(request.id, request);
    return (created ?? (await this.documents.get(request.id)))!.document;
  }

  /** Undefined where somebody else decided meanwhile. */
  move(from: Versioned<ModelRequest>, change: Partial<ModelRequest>): Promise<Versioned<ModelRequest> | undefined> {
    const next = { ...from.document, ...change };
    return this.documents.replace(next.id, next, from.version);
  }

  /** What waits for a second person, oldest first. */
  async waiting(since: Date): Promise<ModelRequest[]> {
    await this.client.indices.refresh({ index, ignore_unavailable: true });
    const { hits } = await this.client.search<ModelRequest>({
      index,
      ignore_unavailable: true,
      size: most,
      sort: [{ [fields.requested_at]: { order: 'asc', unmapped_type: 'date' } }],
      query: {
        bool: {
          filter: [
            { terms: { [fields.state]: ['pending', 'approving'] } },
            { range: { [fields.requested_at]: { gte: since.toISOString() } } },
          ],
        },
      },
    });
    return hits.hits.map(({ _source }) => _source!);
  }
}
