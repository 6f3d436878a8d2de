import type { CustomerHistory } from './customerHistory';

/** Orders and spend in the last ten minutes and the last hour before a transaction, by two moving borders. */
export class RecentOrders {
  orders10Minutes = 0;
  orders1Hour = 0;
  spent1Hour = 0;
  private from10 = 0;
  private from60 = 0;
  private next = 0;

  constructor(private readonly history: CustomerHistory) {}

  /** Rows must come in order. */
  moveTo(row: number): void {
    const { at, order, amount } = this.history;
    while (this.next < row) {
      const first = this.next === 0 || order[this.next] !== order[this.next - 1];
      this.orders10Minutes += first ? 1 : 0;
      this.orders1Hour += first ? 1 : 0;
      this.spent1Hour += Math.max(amount[this.next]!, 0);
      this.next++;
    }
    while (this.from60 < row && at[this.from60]! < at[row]! - 3600) {
      this.orders1Hour -= this.opens(this.from60);
      this.spent1Hour -= Math.max(amount[this.from60]!, 0);
      this.from60++;
    }
    while (this.from10 < row && at[this.from10]! < at[row]! - 600) {
      this.orders10Minutes -= this.opens(this.from10);
      this.from10++;
    }
    if (this.from60 === row) {
      // Nothing is left of the sum but rounding.
      this.spent1Hour = 0;
    }
  }

  private opens(row: number): number {
    const { order } = this.history;
    return row === 0 || order[row] !== order[row - 1] ? 1 : 0;
  }
}
