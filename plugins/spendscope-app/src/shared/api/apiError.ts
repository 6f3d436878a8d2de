import type { Problem } from '@spendscope/contracts';

/** A call that was refused, failed, or never arrived (`status` 0). */
export class ApiError extends Error {
  readonly status: number;
  readonly problem?: Problem;

  constructor(message: string, options: { status: number; problem?: Problem; cause?: unknown }) {
    super(message, { cause: options.cause });
    this.name = 'ApiError';
    this.status = options.status;
    this.problem = options.problem;
  }

  /** Whether sending the same request again may help; the idempotency key makes that safe. */
  get retryable(): boolean {
    return this.status === 0 || this.status === 409 || this.status === 429 || this.status >= 500;
  }
}
