import { ApiError } from '../../http/apiError';

/** Entries of a model's history when it was read: what is decided on an older state is refused. */
export const tagOf = (seq: number): string => `"h${seq}"`;

/** @throws ApiError 428 where the header is missing, 412 where what is live has changed since it was read */
export function requireAsRead(header: string | undefined, seq: number): void {
  if (header === undefined) {
    throw new ApiError(428, 'if_match_required', 'Send If-Match with the ETag of the model’s history that you read.');
  }
  if (header.trim() !== tagOf(seq)) {
    throw new ApiError(412, 'changed_meanwhile', 'What is live has changed since you read it. Read it again.');
  }
}
