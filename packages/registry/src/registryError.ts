export type RegistryFault =
  /** no such model, or no such version of it */
  | 'model_unknown'
  /** a model file is not what its hash, its name or the history says */
  | 'model_tampered'
  /** an entry of the history is not as it was written, or one is missing */
  | 'history_tampered'
  /** somebody else changed the aliases since they were read */
  | 'live_changed'
  /** the model may not be made live, or is so already */
  | 'not_promotable'
  /** nothing was live before */
  | 'nothing_before';

/** What the registry refuses: the message is one sentence that says what is wrong, `fix` what to do. */
export class RegistryError extends Error {
  override readonly name = 'RegistryError';

  constructor(
    readonly code: RegistryFault,
    message: string,
    readonly fix: string,
    options: { cause?: unknown } = {}
  ) {
    super(message, options);
  }
}
