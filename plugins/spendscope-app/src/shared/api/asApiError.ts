import { ApiError } from './apiError';

/** Whatever was thrown, as what our pages know how to say. */
export const asApiError = (cause: unknown): ApiError =>
  cause instanceof ApiError ? cause : new ApiError(String(cause), { status: 0, cause });
