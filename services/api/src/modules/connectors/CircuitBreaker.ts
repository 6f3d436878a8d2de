/** A call that was not made, because the last ones failed. */
export class CircuitOpen extends Error {
  constructor(name: string) {
    super(`${name} has failed several times and is left alone for a moment.`);
    this.name = 'CircuitOpen';
  }
}

export type CircuitState = 'closed' | 'open' | 'half-open';

/** Stops calling what keeps failing; after a pause one call tries whether it is back (Nygard, Release It!, ch. 5). */
export class CircuitBreaker {
  private failures = 0;
  private openedAt: number | undefined;
  private trying = false;

  constructor(
    private readonly name: string,
    private readonly now: () => number = () => performance.now(),
    private readonly most = 5,
    private readonly pauseMs = 30_000
  ) {}

  get state(): CircuitState {
    if (this.openedAt === undefined) {
      return 'closed';
    }
    return this.now() - this.openedAt >= this.pauseMs ? 'half-open' : 'open';
  }

  /** @throws CircuitOpen without calling while it is open, or while another call is trying */
  async run<Result>(call: () => Promise<Result>): Promise<Result> {
    const { state } = this;
    if (state === 'open' || (state === 'half-open' && this.trying)) {
      throw new CircuitOpen(this.name);
    }
    this.trying = state === 'half-open';
    try {
      const result = await call();
      this.failures = 0;
      this.openedAt = undefined;
      return result;
    } catch (error) {
      this.failures++;
      if (this.failures >= this.most || state === 'half-open') {
        this.openedAt = this.now();
      }
      throw error;
    } finally {
      this.trying = false;
    }
  }
}
