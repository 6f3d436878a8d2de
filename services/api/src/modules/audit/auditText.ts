import { randomBytes, randomUUID } from 'node:crypto';
import { type AuditRecord, type AuditText, type Target, indices } from '@spendscope/contracts';
import type { ElasticClient } from '@spendscope/elastic';
import { canonicalize } from 'json-canonicalize';
import { unavailable } from '../../http/apiError';
import { keyedHash } from './auditKeys';

const index = indices.auditText.name;

/** What a record says of a person, which the chain must not hold. */
export type PersonalText = Pick<AuditText, 'target' | 'comment' | 'ticket' | 'email'>;
export type TextReference = Required<Pick<AuditRecord, 'text_id' | 'text_hash'>>;

export const hashOfTarget = (key: Buffer, target: Target): string => keyedHash(key, `${target.type}:${target.id}`);

/** Salted, so that the same words twice do not hash alike, and erased words cannot be guessed. */
export const hashOfText = (key: Buffer, text: AuditText): string => keyedHash(key, canonicalize(text));

/** Keeps personal text beside the chain, where it can be erased and the chain still verifies. */
export class AuditTexts {
  constructor(
    private readonly client: ElasticClient,
    private readonly key: Buffer
  ) {}

  /** @throws ApiError 503 where it cannot be stored. */
  async keep(personal: PersonalText, now: Date): Promise<TextReference> {
    const text: AuditText = {
      text_id: randomUUID(),
      ...personal,
      salt: randomBytes(16).toString('hex'),
      created_at: now.toISOString(),
    };
    try {
      await this.client.create({ index, id: text.text_id, document: text });
    } catch (error) {
      throw unavailable(
        'audit_unavailable',
        'The audit log cannot be written, so nothing was done. Try again in a moment.',
        error
      );
    }
    return { text_id: text.text_id, text_hash: hashOfText(this.key, text) };
  }

  /** The texts that still exist and are what the chain's hash says, by id. */
  async read(references: readonly TextReference[]): Promise<Map<string, AuditText>> {
    const hashes = new Map(references.map((reference) => [reference.text_id, reference.text_hash]));
    if (hashes.size === 0) {
      return new Map();
    }
    const { docs } = await this.client.mget<AuditText>({ index, ids: [...hashes.keys()] });
    const texts = docs.flatMap((doc) => ('found' in doc && doc._source ? [doc._source] : []));
    return new Map(
      texts
        .filter((text) => hashOfText(this.key, text) === hashes.get(text.text_id))
        .map((text) => [text.text_id, text])
    );
  }
}
