/** What a model refuses: the message is one sentence that says what is wrong, `fix` what to do. */
export class ScoringError extends Error {
  override readonly name = 'ScoringError';

  constructor(
    message: string,
    readonly fix: string
  ) {
    super(message);
  }
}
