import { randomBytes, randomUUID } from 'node:crypto';
import { type AuditOrigin, type AuditRecord, type AuditText, type Target, indices } from '@spendscope/contracts';
import type { ElasticClient } from '@spendscope/elastic';
import { canonicalize } from 'json-canonicalize';
import { unavailable } from '../../http/apiError';
import { keyedHash } from './auditKeys';

const index = indices.auditText.name;

/** What a record says of persons, which the chain must not hold. */
export interface PersonalText extends Pick<AuditText, 'target' | 'comment' | 'ticket'> {
  /** Where the person who acts called from. */
  origin?: Omit<AuditOrigin, 'salt'>;
}
/** What the chain holds in its place. The origin has a hash of its own: it is erased for another person than the rest. */
export type TextReference = Required<Pick<AuditRecord, 'text_id'>> & Pick<AuditRecord, 'text_hash' | 'origin_hash'>;

export const hashOfTarget = (key: Buffer, target: Target): string => keyedHash(key, `${target.type}:${target.id}`);

/** Salted, so that the same words twice do not hash alike, and erased words cannot be guessed. */
export function hashOfText(key: Buffer, { origin: _origin, ...text }: AuditText): string {
  return keyedHash(key, canonicalize(text));
}
const hashOfOrigin = (key: Buffer, origin: AuditOrigin): string => keyedHash(key, canonicalize(origin));
const newSalt = (): string => randomBytes(16).toString('hex');

/** Keeps personal text beside the chain, where it can be erased and the chain still verifies. */
export class AuditTexts {
  constructor(
    private readonly client: ElasticClient,
    private readonly key: Buffer
  ) {}

  /** Undefined where there is nothing to keep. @throws ApiError 503 where it cannot be stored. */
  async keep({ origin, ...about }: PersonalText, now: Date): Promise<TextReference | undefined> {
    const aboutSomething = Object.keys(about).length > 0;
    if (!aboutSomething && !origin) {
      return undefined;
    }
    const text: AuditText = {
      text_id: randomUUID(),
      ...about,
      ...(origin ? { origin: { ...origin, salt: newSalt() } } : {}),
      salt: newSalt(),
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
    return {
      text_id: text.text_id,
      ...(aboutSomething ? { text_hash: hashOfText(this.key, text) } : {}),
      ...(text.origin ? { origin_hash: hashOfOrigin(this.key, text.origin) } : {}),
    };
  }

  /** What still exists of the texts and is what the chain's hashes say, by id. */
  async read(references: readonly TextReference[]): Promise<Map<string, PersonalText>> {
    const wanted = new Map(references.map((reference) => [reference.text_id, reference]));
    if (wanted.size === 0) {
      return new Map();
    }
    const { docs } = await this.client.mget<AuditText>({ index, ids: [...wanted.keys()] });
    const texts = docs.flatMap((doc) => ('found' in doc && doc._source ? [doc._source] : []));
    return new Map(texts.map((text) => [text.text_id, this.proven(text, wanted.get(text.text_id)!)]));
  }

  private proven(text: AuditText, { text_hash, origin_hash }: TextReference): PersonalText {
    const { origin, target, comment, ticket } = text;
    return {
      ...(text_hash && hashOfText(this.key, text) === text_hash ? { target, comment, ticket } : {}),
      ...(origin && hashOfOrigin(this.key, origin) === origin_hash ? { origin } : {}),
    };
  }
}
