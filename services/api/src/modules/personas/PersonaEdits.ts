import { type PersonaEdit, type PersonaRating, type PersonaWords, indices } from '@spendscope/contracts';
import { type DocumentVersion, type ElasticClient, type Versioned, VersionedDocuments } from '@spendscope/elastic';
import { canonicalize } from 'json-canonicalize';
import { reading } from '../../elastic/reading';
import { sha256 } from '../audit/chain';

const ratings = indices.personaRatings;

/** Names the words themselves: whoever wrote them, the same words are the same text. */
export const textHashOf = (words: PersonaWords): string => sha256(canonicalize(words));

const editId = (name: string): string => sha256(name).slice(0, 32);

export interface Tally {
  up: number;
  down: number;
}

/** What people made of persona texts: one edit a persona, one verdict a person and text. */
export class PersonaEdits {
  private readonly documents: VersionedDocuments<PersonaEdit>;

  constructor(private readonly client: ElasticClient) {
    this.documents = new VersionedDocuments(client, indices.personaEdits.name);
  }

  /** Edits by persona name. */
  async of(names: readonly string[]): Promise<Map<string, Versioned<PersonaEdit>>> {
    const found = await this.documents.getMany(names.map(editId));
    return new Map(found.map((edit) => [edit.document.name, edit]));
  }

  /**
   * Writes an edit where there is none, or over the version that the person read; undefined where somebody else was there
   * meanwhile.
   */
  async put(edit: PersonaEdit, read: DocumentVersion | undefined): Promise<Versioned<PersonaEdit> | undefined> {
    const id = editId(edit.name);
    return read ? this.documents.replace(id, edit, read) : this.documents.create(id, edit);
  }

  /** False where somebody else changed it meanwhile. */
  async restore(name: string, read: DocumentVersion): Promise<boolean> {
    return this.documents.delete(editId(name), read);
  }

  async rate(rating: PersonaRating): Promise<void> {
    const id = ratingId(rating.by.sub, rating.text_hash);
    await this.client.index({ index: ratings.name, id, document: rating, refresh: true });
  }

  async unrate(sub: string, textHash: string): Promise<void> {
    const id = ratingId(sub, textHash);
    await this.client.delete({ index: ratings.name, id, refresh: true }, { ignore: [404] });
  }

  /** Verdicts by text, and those of one person. */
  async ratings(hashes: readonly string[], sub: string): Promise<Map<string, Tally & { own?: 'up' | 'down' }>> {
    const { fields } = ratings;
    const { aggregations } = await this.client.search<
      unknown,
      { texts: { buckets: { key: string; up: { doc_count: number }; down: { doc_count: number }; own: OwnVerdict }[] } }
    >({
      ...reading(ratings),
      size: 0,
      query: { terms: { [fields.text_hash]: [...hashes] } },
      aggs: {
        texts: {
          terms: { field: fields.text_hash, size: hashes.length || 1 },
          aggs: {
            up: { filter: { term: { [fields.rating]: 'up' } } },
            down: { filter: { term: { [fields.rating]: 'down' } } },
            own: {
              filter: { term: { [fields.by.sub]: sub } },
              aggs: { rating: { terms: { field: fields.rating, size: 1 } } },
            },
          },
        },
      },
    });
    return new Map(
      (aggregations?.texts.buckets ?? []).map(({ key, up, down, own }) => {
        const verdict = own.rating.buckets[0]?.key;
        return [key, { up: up.doc_count, down: down.doc_count, ...(verdict ? { own: verdict } : {}) }];
      })
    );
  }
}

interface OwnVerdict {
  rating: { buckets: { key: 'up' | 'down' }[] };
}

const ratingId = (sub: string, textHash: string): string => sha256(`${sub} ${textHash}`).slice(0, 32);
