import type { CustomerHistory } from './customerHistory';

/** What is first met in an incident stays new for its other transactions. */
const newSeconds = 86_400;

/**
 * How surprising something new is, in powers of ten: −log10 of Laplace's rule of succession over the customer's visits, of
 * which some brought something new. Who always meets new shops surprises nobody with another, nor does who was seen once.
 * 0 where nothing is new; rows must be asked for in order.
 */
export class Novelty {
  private readonly firstMet = new Map<string | number, { at: number; surprise: number }>();
  private visit = -1;
  /** visits that told of it, and those of them that brought something new */
  private told = 0;
  private brought = 0;
  private isNewVisit = true;

  constructor(
    private readonly history: CustomerHistory,
    private readonly kind: 'merchant' | 'category' | 'network',
    private readonly visits: Int32Array
  ) {}

  at(row: number): number {
    const value = this.history[this.kind][row];
    if (value === null || value === undefined) {
      return 0;
    }
    if (this.visits[row] !== this.visit) {
      this.visit = this.visits[row]!;
      this.told++;
      this.isNewVisit = true;
    }
    const at = this.history.at[row]!;
    const known = this.firstMet.get(value);
    if (known) {
      return at - known.at < newSeconds ? known.surprise : 0;
    }
    const earlier = this.told - 1;
    // Of the visit itself nothing is known yet; before there is one nothing is new.
    const surprise = earlier === 0 ? 0 : Math.log10((earlier + 2) / (this.broughtBefore() + 1));
    this.firstMet.set(value, { at, surprise });
    this.brought += this.isNewVisit ? 1 : 0;
    this.isNewVisit = false;
    return surprise;
  }

  /** Visits before this one that brought something new. */
  private broughtBefore(): number {
    return this.brought - (this.isNewVisit ? 0 : 1);
  }
}
