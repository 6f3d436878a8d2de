import { ClaimError } from '@spendscope/findings';
import { RegistryError } from '@spendscope/registry';
import { ScoringError } from '@spendscope/scoring';
import { explainElastic } from '../elasticsearch';
import { type ExitCode, exitCodes } from '../exitCodes';
import { UserError } from '../userError';

export interface DescribedError {
  message: string;
  fix?: string;
  exitCode: ExitCode;
}

/** One sentence for any error, and the fix where it is known. */
export function describeError(error: unknown): DescribedError {
  const known = error instanceof UserError ? error : explainElastic(error);
  if (known) {
    return { message: known.message, fix: known.fix, exitCode: known.exitCode };
  }
  if (error instanceof ClaimError || error instanceof RegistryError || error instanceof ScoringError) {
    return { message: error.message, fix: error.fix, exitCode: exitCodes.failed };
  }
  const message = error instanceof Error ? error.message : String(error);
  if (/Out of Memory/i.test(message)) {
    return {
      message: 'The memory limit was reached.',
      fix: 'Give more with --memory 2GB, or free disk space for what is spilled.',
      exitCode: exitCodes.failed,
    };
  }
  if (/ENOSPC|No space left/i.test(message)) {
    return {
      message: 'The disk is full.',
      fix: 'Free space where the state folder is, and run the same command again.',
      exitCode: exitCodes.failed,
    };
  }
  return { message: message.split('\n')[0] || 'Something went wrong.', exitCode: exitCodes.failed };
}
