import type { Client } from '@elastic/elasticsearch';
import { isConflict, isMissing } from './outcomes';

/** Elasticsearch's own version of a document, by which a write can insist on what was read. */
export interface DocumentVersion {
  seqNo: number;
  primaryTerm: number;
}

/** A document as read or written, and the version that a later write can insist on. */
export interface Versioned<Document> {
  document: Document;
  version: DocumentVersion;
}

/** Documents of one index that are read by id and changed by compare-and-set. */
export class VersionedDocuments<Document> {
  constructor(
    private readonly client: Client,
    private readonly index: string
  ) {}

  async get(id: string): Promise<Versioned<Document> | undefined> {
    try {
      const found = await this.client.get<Document>({ index: this.index, id });
      return { document: found._source!, version: { seqNo: found._seq_no!, primaryTerm: found._primary_term! } };
    } catch (error) {
      if (isMissing(error)) {
        return undefined;
      }
      throw error;
    }
  }

  /** Those of the ids that are there. */
  async getMany(ids: readonly string[]): Promise<Versioned<Document>[]> {
    if (ids.length === 0) {
      return [];
    }
    const { docs } = await this.client.mget<Document>({ index: this.index, ids: [...ids] });
    return docs.flatMap((doc) =>
      'found' in doc && doc.found
        ? [{ document: doc._source!, version: { seqNo: doc._seq_no!, primaryTerm: doc._primary_term! } }]
        : []
    );
  }

  /** Undefined where a document of that id is already there. */
  async create(id: string, document: Document): Promise<Versioned<Document> | undefined> {
    return this.unlessConflict(document, () => this.client.create({ index: this.index, id, document }));
  }

  /** Undefined where the document has changed since the version. */
  async replace(id: string, document: Document, version: DocumentVersion): Promise<Versioned<Document> | undefined> {
    return this.unlessConflict(document, () =>
      this.client.index({
        index: this.index,
        id,
        document,
        if_seq_no: version.seqNo,
        if_primary_term: version.primaryTerm,
      })
    );
  }

  /** False where the document has changed since the version; one that is gone already counts as deleted. */
  async delete(id: string, version: DocumentVersion): Promise<boolean> {
    try {
      await this.client.delete({
        index: this.index,
        id,
        if_seq_no: version.seqNo,
        if_primary_term: version.primaryTerm,
      });
      return true;
    } catch (error) {
      if (isMissing(error)) {
        return true;
      }
      if (isConflict(error)) {
        return false;
      }
      throw error;
    }
  }

  private async unlessConflict(
    document: Document,
    write: () => Promise<{ _seq_no?: number; _primary_term?: number }>
  ): Promise<Versioned<Document> | undefined> {
    try {
      const written = await write();
      return { document, version: { seqNo: written._seq_no!, primaryTerm: written._primary_term! } };
    } catch (error) {
      if (isConflict(error)) {
        return undefined;
      }
      throw error;
    }
  }
}
