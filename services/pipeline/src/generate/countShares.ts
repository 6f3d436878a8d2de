/**
 * Deals a total out by weight so that the counts add up exactly: each share is the difference of two rounded running
 * sums, which needs one number of memory and no sorting.
 */
export class CountShares {
  private seen = 0;
  private dealt = 0;

  constructor(
    private readonly total: number,
    private readonly weightSum: number
  ) {}

  next(weight: number): number {
    this.seen += weight;
    const upTo = Math.min(this.total, Math.round((this.seen / this.weightSum) * this.total));
    const share = upTo - this.dealt;
    this.dealt = upTo;
    return share;
  }
}
