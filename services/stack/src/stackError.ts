/** What went wrong in one sentence, and what the reader can do about it in another. Shown without a stack trace. */
export class StackError extends Error {
  readonly fix: string;

  constructor(problem: string, fix: string, options?: { cause?: unknown }) {
    super(problem, options);
    this.name = 'StackError';
    this.fix = fix;
  }
}
