import { errors } from '@elastic/elasticsearch';

const hasStatus = (error: unknown, status: number): boolean =>
  error instanceof errors.ResponseError && error.statusCode === status;

/** Somebody else created or changed the document first. */
export const isConflict = (error: unknown): boolean => hasStatus(error, 409);

/** There is no such document, index or search context. */
export const isMissing = (error: unknown): boolean => hasStatus(error, 404);

/** Elasticsearch could not make sense of what it was asked. */
export const isRefused = (error: unknown): boolean => hasStatus(error, 400);
