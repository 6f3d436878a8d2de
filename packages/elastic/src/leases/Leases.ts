import type { Client } from '@elastic/elasticsearch';
import { type Lease, indices } from '@spendscope/contracts';
import { VersionedDocuments } from '../documents/versionedDocuments';
import { isFree } from './isFree';

/** Elects one process for a periodic job: a document with a holder and an end, changed by compare-and-set only. */
export class Leases {
  private readonly documents: VersionedDocuments<Lease>;

  constructor(
    client: Client,
    private readonly owner: string,
    private readonly now: () => Date,
    /** Each part elects in an index of its own, so that none can take another's lease. */
    index: string = indices.leases.name
  ) {
    this.documents = new VersionedDocuments(client, index);
  }

  /** Takes or renews the lease; false while another holds it. */
  async acquire(name: string, seconds: number): Promise<boolean> {
    const id = `job:${name}`;
    const held = await this.documents.get(id);
    const until = new Date(this.now().getTime() + seconds * 1_000).toISOString();
    const lease: Lease = { holder: this.owner, expires_at: until, fencing: (held?.document.fencing ?? 0) + 1 };
    if (!held) {
      return (await this.documents.create(id, lease)) !== undefined;
    }
    const free = held.document.holder === this.owner || isFree(held.document, this.now(), seconds * 1_000);
    return free && (await this.documents.replace(id, lease, held.version)) !== undefined;
  }

  /** Gives the lease back, so that another need not wait for its end. */
  async release(name: string): Promise<void> {
    const held = await this.documents.get(`job:${name}`);
    if (held?.document.holder === this.owner) {
      await this.documents.delete(`job:${name}`, held.version);
    }
  }
}
