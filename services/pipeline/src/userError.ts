import { type ExitCode, exitCodes } from './exitCodes';

/** An error that the user can mend: the message is one sentence that says what is wrong, `fix` what to do. */
export class UserError extends Error {
  override readonly name = 'UserError';

  constructor(
    message: string,
    readonly fix?: string,
    options: { exitCode?: ExitCode; cause?: unknown } = {}
  ) {
    super(message, { cause: options.cause });
    this.exitCode = options.exitCode ?? exitCodes.failed;
  }

  readonly exitCode: ExitCode;
}
