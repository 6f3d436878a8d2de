import type { Problem } from '@spendscope/contracts';

interface ApiErrorDetails {
  /** The right that is missing. */
  missing?: string;
  errors?: Problem['errors'];
  headers?: Record<string, string>;
  cause?: unknown;
}

/** An answer that is not a success: `code` is stable, the message is safe to show and says what to do. */
export class ApiError extends Error {
  readonly details: ApiErrorDetails;

  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    details: ApiErrorDetails = {}
  ) {
    super(message, { cause: details.cause });
    this.name = 'ApiError';
    this.details = details;
  }
}

/** The answer while a store that must be written cannot be: nothing was done, the same call may be repeated. */
export function unavailable(code: string, message: string, cause?: unknown): ApiError {
  return new ApiError(503, code, message, { headers: { 'retry-after': '5' }, cause });
}
