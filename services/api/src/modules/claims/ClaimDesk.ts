import { setImmediate } from 'node:timers/promises';
import type { Association, TooLittle } from '@spendscope/analytics';
import {
  type Claim,
  type ClaimCheck,
  type ClaimFinding,
  type ClaimFindings,
  ClaimTextError,
  parseClaim,
} from '@spendscope/contracts';
import type { ElasticClient } from '@spendscope/elastic';
import {
  type CheckedClaim,
  ClaimError,
  type CustomerColumns,
  associateClaim,
  claimTitle,
  findingSentence,
  judgeClaims,
  usualAlpha,
} from '@spendscope/findings';
import { ApiError } from '../../http/apiError';
import { newestRun } from '../customers/newestRun';
import { readCustomerColumns } from './readCustomerColumns';

/** Columns that nobody asks about are dropped. */
const idleMs = 10 * 60_000;

/** Tests beliefs about the newest run's customers; its columns are read when somebody first asks, and kept for a while. */
export class ClaimDesk {
  private held?: { runId: string; of: number; columns: Promise<CustomerColumns> };
  private idle?: NodeJS.Timeout;

  constructor(private readonly client: ElasticClient) {}

  /** @throws ApiError 400 for a text that is no claim, 404 before the first run, 422 where customers have no such values */
  async check({ claims: given, alpha = usualAlpha, language = 'en' }: ClaimCheck): Promise<ClaimFindings> {
    const claims = given.map(readClaim);
    const newest = await newestRun(this.client);
    if (!newest) {
      throw new ApiError(404, 'no_run', 'There is no run yet. Run "spendscope analyze" first.');
    }
    const columns = await this.columnsOf(newest.runId, newest.customers);
    const results: (Association | TooLittle)[] = [];
    for (const claim of claims) {
      results.push(refusing(() => associateClaim(columns, claim)));
      // Payments are waiting for decisions.
      await setImmediate();
    }
    const items = judgeClaims(claims, results, alpha).map((checked) => findingOf(checked, alpha, language));
    return { runId: newest.runId, customers: columns.rows, of: newest.customers, items };
  }

  close(): void {
    clearTimeout(this.idle);
    this.held = undefined;
  }

  private columnsOf(runId: string, of: number): Promise<CustomerColumns> {
    if (this.held?.runId !== runId || this.held.of !== of) {
      const columns = readCustomerColumns(this.client, runId);
      const held = { runId, of, columns };
      this.held = held;
      columns.catch(() => (this.held = this.held === held ? undefined : this.held));
    }
    clearTimeout(this.idle);
    this.idle = setTimeout(() => (this.held = undefined), idleMs).unref();
    return this.held!.columns;
  }
}

function readClaim(given: Claim | string): Claim {
  if (typeof given !== 'string') {
    return given;
  }
  try {
    return parseClaim(given);
  } catch (error) {
    if (error instanceof ClaimTextError) {
      throw new ApiError(400, 'claim_unreadable', error.message, { cause: error });
    }
    throw error;
  }
}

function refusing<Result>(work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (error instanceof ClaimError) {
      throw new ApiError(422, 'claim_without_values', `${error.message} ${error.fix}`, { cause: error });
    }
    throw error;
  }
}

type Language = NonNullable<ClaimCheck['language']>;

function findingOf(checked: CheckedClaim, alpha: number, language: Language): ClaimFinding {
  const { claim, verdict, correctedP, result } = checked;
  const differs = correctedP !== undefined && correctedP < alpha;
  const said = {
    claim,
    verdict,
    title: claimTitle(checked, language),
    sentence: findingSentence(claim, result, differs, language),
    n: result.n,
    missing: result.missing,
  };
  if ('tooLittle' in result) {
    return { ...said, tooLittle: result.tooLittle };
  }
  const { tests, effect, strength, picture } = result;
  return {
    ...said,
    correctedP: correctedP!,
    tests: tests.map(({ test, statistic, df, df2, p }) => ({
      test,
      statistic: finite(statistic),
      ...(df === undefined ? {} : { df: finite(df) }),
      ...(df2 === undefined ? {} : { df2: finite(df2) }),
      p,
    })),
    effect: { measure: effect.measure, value: finite(effect.value), ...limits(effect), strength },
    picture: {
      kind: picture.kind,
      groups: picture.groups.map((group) => ({
        label: group.label,
        n: group.n,
        ...('rate' in group ? { events: group.events, rate: finite(group.rate) } : { mean: finite(group.mean) }),
        ...limits(group),
      })),
    },
  };
}

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);
const limits = ({ low, high }: { low: number; high: number }): { low: number | null; high: number | null } => ({
  low: finite(low),
  high: finite(high),
});
