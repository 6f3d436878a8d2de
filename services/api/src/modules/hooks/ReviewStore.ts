import {
  type Actor,
  type Review,
  type ReviewList,
  type ReviewOutcome,
  type ReviewQuery,
  indices,
} from '@spendscope/contracts';
import { type ElasticClient, type Versioned, VersionedDocuments } from '@spendscope/elastic';
import { sha256 } from '../audit/chain';
import { deepLink } from './deepLink';
import { type IncomingAlert, targetOf } from './incomingAlert';

const { name: index, fields } = indices.reviews;
const mostTries = 10;
const defaultSize = 50;

export interface StoredReview {
  id: string;
  review: Review;
}

/** The same alert at the same instant is the same item, however often it is told. */
const idOf = ({ source, fingerprint, startsAt }: IncomingAlert): string =>
  `rv-${sha256(JSON.stringify([source, fingerprint, startsAt])).slice(0, 24)}`;

/** Items that alerts opened for a person. */
export class ReviewStore {
  private readonly documents: VersionedDocuments<Review>;

  constructor(
    private readonly client: ElasticClient,
    private readonly now: () => Date
  ) {
    this.documents = new VersionedDocuments(client, index);
  }

  /** Opens the alert's item, or counts its repetition, or closes it where the alert is resolved. */
  async take(alert: IncomingAlert): Promise<StoredReview> {
    const id = idOf(alert);
    const at = this.now().toISOString();
    return this.change(id, (known) => ({
      ...(known ?? opened(alert, at)),
      notifications: (known?.notifications ?? 0) + 1,
      updated_at: at,
      ...(alert.firing ? {} : { status: 'done' as const, closed_at: known?.closed_at ?? at }),
    }));
  }

  /** Notes what the service did about it by itself. */
  async note(id: string, acted: Pick<Review, 'intervention_id' | 'action_result'>): Promise<StoredReview> {
    return this.change(id, (known) => ({ ...known!, ...acted, updated_at: this.now().toISOString() }));
  }

  get(id: string): Promise<Versioned<Review> | undefined> {
    return this.documents.get(id);
  }

  /** Closes what was read, with what a person found; undefined where it was changed meanwhile. */
  async close(
    id: string,
    { document, version }: Versioned<Review>,
    outcome: ReviewOutcome,
    by: Actor
  ): Promise<StoredReview | undefined> {
    const at = this.now().toISOString();
    const closed: Review = { ...document, status: 'done', outcome, closed_by: by, closed_at: at, updated_at: at };
    const written = await this.documents.replace(id, closed, version);
    return written && { id, review: written.document };
  }

  /** Newest first. */
  async list(query: ReviewQuery): Promise<ReviewList> {
    await this.client.indices.refresh({ index });
    const { hits } = await this.client.search<Review>({
      index,
      size: query.size ?? defaultSize,
      track_total_hits: true,
      sort: [{ [fields.opened_at]: 'desc' }],
      query: {
        bool: {
          filter: [
            ...(query.status ? [{ term: { [fields.status]: query.status } }] : []),
            ...(query.target ? [{ term: { [fields.target.id]: query.target } }] : []),
          ],
        },
      },
    });
    return {
      items: hits.hits.map((hit) => ({ id: hit._id!, review: hit._source! })),
      total: (hits.total as { value: number }).value,
    };
  }

  private async change(id: string, next: (known: Review | undefined) => Review): Promise<StoredReview> {
    for (let attempt = 0; attempt < mostTries; attempt++) {
      const known = await this.documents.get(id);
      const review = next(known?.document);
      const written = known
        ? await this.documents.replace(id, review, known.version)
        : await this.documents.create(id, review);
      if (written) {
        return { id, review: written.document };
      }
    }
    throw new Error(`The review ${id} was changed by others ${mostTries} times.`);
  }
}

function opened(alert: IncomingAlert, at: string): Review {
  const target = targetOf(alert);
  return {
    opened_at: at,
    updated_at: at,
    source: alert.source,
    fingerprint: alert.fingerprint,
    title: alert.title,
    ...(alert.summary ? { summary: alert.summary } : {}),
    ...(alert.severity ? { severity: alert.severity } : {}),
    ...(target ? { target } : {}),
    link: deepLink(alert),
    status: 'open',
    starts_at: alert.startsAt,
    notifications: 0,
  };
}
