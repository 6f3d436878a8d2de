import { ApiError } from '../http/apiError';

/** Where the next page begins: sort values of the last hit, and the point in time they belong to. */
export interface Cursor {
  after: (string | number)[];
  pit?: string;
}

export const encodeCursor = (cursor: { after: readonly unknown[]; pit?: string }): string =>
  Buffer.from(JSON.stringify(cursor)).toString('base64url');

/** @throws ApiError 400 where the text is no cursor of ours */
export function decodeCursor(text: string): Cursor {
  let value: unknown;
  try {
    value = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
  } catch (error) {
    throw unreadable(error);
  }
  const { after, pit } = (value ?? {}) as Partial<Cursor>;
  const isSortValue = (entry: unknown): boolean =>
    (typeof entry === 'string' && entry.length < 512) || (typeof entry === 'number' && Number.isFinite(entry));
  if (!Array.isArray(after) || after.length !== 2 || !after.every(isSortValue) || !/^[\w=+/-]*$/.test(pit ?? '')) {
    throw unreadable();
  }
  return { after, ...(pit ? { pit } : {}) };
}

const unreadable = (cause?: unknown): ApiError =>
  new ApiError(400, 'cursor_unreadable', 'The cursor is not one of ours. Start again without it.', { cause });
