import { type Claim, ClaimTextError, claimFields, parseClaim } from '@spendscope/contracts';
import { checkClaims, type Language, languages } from '@spendscope/findings';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { loadCustomers } from '../claims/loadCustomers';
import { printClaim } from '../claims/printClaim';
import { exitCodes } from '../exitCodes';
import type { GlobalOptions } from '../program';
import { withStore } from '../runs/withStore';
import { say } from '../terminal';
import { UserError } from '../userError';

interface ClaimFlags {
  alpha: number;
  json?: boolean;
  fields?: boolean;
  lang: Language;
}

export function addClaim(program: Command, signal: AbortSignal): void {
  program
    .command('claim')
    .description('Test beliefs on the loaded customers: verdict, effect with interval, corrected p.')
    .argument(
      '[claims...]',
      '"lower satisfaction -> churn", "device = Phone -> churn", "sex ~ churn", "order_growth !~ churn"'
    )
    .option('--alpha <share>', 'corrected p below which a relation counts', alphaOf, 0.05)
    .option('--json', 'print the results as JSON, with the numbers for a picture')
    .option('--fields', 'print the fields that a claim may name, and stop')
    .addOption(new Option('--lang <language>', 'of the words').choices(languages).default('en'))
    .action(async (texts: string[], { alpha, json, fields, lang }: ClaimFlags) => {
      if (fields) {
        say(Object.entries(claimFields).map(([field, kind]) => `${field}: ${kind}`).join('\n')); // prettier-ignore
        return;
      }
      const claims = readClaims(texts);
      const { stateDir } = program.opts<GlobalOptions>();
      const checked = await withStore({ stateDir, signal }, async ({ store, meta }) =>
        checkClaims(await loadCustomers(store, meta.timeZone), claims, alpha)
      );
      say(json ? JSON.stringify(checked, null, 2) : checked.map((each) => printClaim(each, lang, alpha)).join('\n\n'));
    });
}

/** @throws UserError with the exit code of wrong use */
export function readClaims(texts: readonly string[]): Claim[] {
  if (texts.length === 0) {
    throw new UserError('No claim is given.', 'Write one, e.g. spendscope claim "lower satisfaction -> churn".', {
      exitCode: exitCodes.usage,
    });
  }
  return texts.map((text) => {
    try {
      return parseClaim(text);
    } catch (cause) {
      if (cause instanceof ClaimTextError) {
        throw new UserError(cause.message, undefined, { cause, exitCode: exitCodes.usage });
      }
      throw cause;
    }
  });
}

function alphaOf(text: string): number {
  const value = Number(text);
  if (!(value > 0 && value <= 0.5)) {
    throw new InvalidArgumentError('Give a share above 0 and at most 0.5.');
  }
  return value;
}
