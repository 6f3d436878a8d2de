import { timingSafeEqual } from 'node:crypto';
import { isMissing } from '@spendscope/elastic';
import { ApiError } from '../http/apiError';
import { keyedHash } from '../modules/audit/auditKeys';

/** Where the next page begins: sort values of the last hit, and the point in time they belong to. */
export interface Cursor {
  after: (string | number)[];
  pit?: string;
}

/** Cursors carry a seal: a point in time that we did not open for this search is not one that a caller can name. */
export class Cursors {
  constructor(
    private readonly key: Buffer,
    /** What is searched: a cursor of one search is none for another. */
    private readonly purpose: string
  ) {}

  encode(cursor: { after: readonly unknown[]; pit?: string }): string {
    const content = Buffer.from(JSON.stringify(cursor)).toString('base64url');
    return `${content}.${this.seal(content)}`;
  }

  /** @throws ApiError 400 where the text is no cursor of ours */
  decode(text: string): Cursor {
    const [content = '', seal = ''] = text.split('.');
    const expected = Buffer.from(this.seal(content));
    const given = Buffer.from(seal);
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
      throw new ApiError(400, 'cursor_unreadable', 'The cursor is not one of ours. Start again without it.');
    }
    return JSON.parse(Buffer.from(content, 'base64url').toString('utf8')) as Cursor;
  }

  private seal(content: string): string {
    return keyedHash(this.key, `cursor ${this.purpose} ${content}`).slice(0, 32);
  }
}

/** What a search that went on from a cursor failed of: the cursor's age, or something else. */
export const cursorFault = (error: unknown): unknown =>
  isMissing(error)
    ? new ApiError(410, 'cursor_expired', 'The cursor is too old. Start the search again.', { cause: error })
    : error;
