export type AnalyticsErrorCode =
  'empty' | 'not_finite' | 'too_few_rows' | 'shape' | 'bad_option' | 'one_class' | 'constant' | 'version';

/** The one error that this package throws on purpose: bad input or options, with a sentence that says what and where. */
export class AnalyticsError extends Error {
  override readonly name = 'AnalyticsError';

  constructor(
    readonly code: AnalyticsErrorCode,
    message: string,
    options?: ErrorOptions
  ) {
    super(message, options);
  }
}
