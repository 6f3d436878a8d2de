import type { LlmConfig } from './llmConfig';

export interface Usage {
  calls: number;
  tokens: number;
}

export class BudgetSpent extends Error {
  constructor() {
    super('The budget of the language model is spent for this run or this day.');
    this.name = 'BudgetSpent';
  }
}

type Limits = Pick<LlmConfig, 'callsPerRun' | 'callsPerDay' | 'tokensPerRun' | 'tokensPerDay'>;

/** What one text may still cost: of the run and of the day, both in calls and in tokens. */
export class Budget {
  calls = 0;
  tokens = 0;

  constructor(
    private readonly limits: Limits,
    private readonly run: Usage,
    private readonly day: Usage
  ) {}

  /** @throws BudgetSpent where one more call, at this cost at most, would pass a limit */
  require(tokensAtMost: number): void {
    const { callsPerRun, callsPerDay, tokensPerRun, tokensPerDay } = this.limits;
    const calls = this.calls + 1;
    const tokens = this.tokens + tokensAtMost;
    if (
      this.run.calls + calls > callsPerRun ||
      this.day.calls + calls > callsPerDay ||
      this.run.tokens + tokens > tokensPerRun ||
      this.day.tokens + tokens > tokensPerDay
    ) {
      throw new BudgetSpent();
    }
  }

  /** Takes a call at the most that it may cost; one that fails counts so. @throws BudgetSpent */
  take(tokensAtMost: number): void {
    this.require(tokensAtMost);
    this.calls++;
    this.tokens += tokensAtMost;
  }

  /** Puts in what a call that was taken did cost. */
  settle(taken: number, used: number): void {
    this.tokens += used - taken;
  }
}
