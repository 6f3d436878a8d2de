import type { DocumentVersion } from '@spendscope/elastic';
import { ApiError } from './apiError';

export const etagOf = (version: DocumentVersion): string => `"${version.seqNo}-${version.primaryTerm}"`;

/**
 * The version that an `If-Match` header insists on.
 * @throws ApiError 428 where it is missing, 412 where it is none of our tags (`*` would defeat its purpose).
 */
export function versionOfIfMatch(header: string | undefined): DocumentVersion {
  if (header === undefined) {
    throw new ApiError(428, 'if_match_required', 'Send If-Match with the ETag of the intervention that you read.');
  }
  const match = /^"(\d{1,15})-(\d{1,15})"$/.exec(header.trim());
  if (!match) {
    throw changedMeanwhile();
  }
  return { seqNo: Number(match[1]), primaryTerm: Number(match[2]) };
}

export const changedMeanwhile = (cause?: unknown): ApiError =>
  new ApiError(412, 'changed_meanwhile', 'The intervention has changed since you read it. Read it again.', { cause });
