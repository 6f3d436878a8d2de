import { type Matrix, Random, type Sequences, matrix } from '@spendscope/analytics';
import { featureCount } from './transactionFeatures';

/** A random sample of rows in one pass (Vitter's algorithm R): every row has the same chance. */
export class RowSample {
  private readonly data: Float64Array;
  private readonly random: Random;
  private met = 0;

  constructor(
    private readonly most: number,
    seed: number
  ) {
    this.data = new Float64Array(most * featureCount);
    this.random = new Random(seed, 1);
  }

  add(features: Float64Array): void {
    const place = this.met < this.most ? this.met : this.random.int(this.met + 1);
    if (place < this.most) {
      this.data.set(features, place * featureCount);
    }
    this.met++;
  }

  rows(): Matrix {
    return matrix(this.data.subarray(0, Math.min(this.met, this.most) * featureCount), featureCount);
  }
}

/** A random sample of stretches of customers' sequences, in one pass; each stretch has the same chance. */
export class StretchSample {
  private readonly kept: Float64Array[] = [];
  private readonly random: Random;
  private readonly stretch: Float64Array;
  private filled = 0;
  private met = 0;

  constructor(
    private readonly most: number,
    /** rows of a stretch */
    private readonly longest: number,
    seed: number
  ) {
    this.stretch = new Float64Array(longest * featureCount);
    this.random = new Random(seed, 3);
  }

  /** The next row of a customer. */
  add(features: Float64Array): void {
    this.stretch.set(features, this.filled * featureCount);
    if (++this.filled === this.longest) {
      this.endCustomer();
    }
  }

  /** What follows belongs to another customer. */
  endCustomer(): void {
    if (this.filled === 0) {
      return;
    }
    const place = this.met < this.most ? this.met : this.random.int(this.met + 1);
    if (place < this.most) {
      this.kept[place] = this.stretch.slice(0, this.filled * featureCount);
    }
    this.met++;
    this.filled = 0;
  }

  sequences(): Sequences {
    const data = new Float64Array(this.kept.reduce((sum, { length }) => sum + length, 0));
    const starts: number[] = [];
    let at = 0;
    for (const stretch of this.kept) {
      starts.push(at / featureCount);
      data.set(stretch, at);
      at += stretch.length;
    }
    return { m: matrix(data, featureCount), starts };
  }
}
