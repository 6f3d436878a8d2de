/** Sums over rows are made in blocks of this many: one fits the nearest cache, and a draw looks into one only. */
export const blockRows = 256;

/**
 * The rows of a table as k-means asks for them: seeding first (`forget`, `potential`, `approach`), then iterations
 * (`begin`, `assign`, `inertia`). `KernelPoints` does the work in WebAssembly; `PlainPoints` is the reference, which
 * gives the same bits.
 */
export interface Points {
  readonly rows: number;
  readonly columns: number;

  /** A copy of one row. */
  row(i: number): Float64Array;

  /** Seeding starts: no row has a centre yet. */
  forget(): void;
  /** The sum of squared distances to the nearest centre, were this one taken in. */
  potential(centre: Float64Array): number;
  /** Takes a centre in. Returns that sum of each block of rows. */
  approach(centre: Float64Array): Float64Array;
  /** Squared distance of a row to its nearest centre so far. */
  nearest(i: number): number;

  /** Iterations start: all rows without a cluster. */
  begin(k: number): void;
  /** cluster of each row */
  readonly labels: Int32Array;
  /** k × columns: the values of each cluster's rows added up */
  readonly sums: Float64Array;
  readonly counts: Int32Array;
  /**
   * Gives each row its nearest centre, the lower number on a tie, and brings sums and counts up to date.
   *
   * @param spent per cluster, since `begin`: its centre's moves and each time the greatest of the others', added up
   * @returns how many rows changed
   */
  assign(centres: Float64Array, spent: Float64Array): number;
  /** Puts a row into a cluster whatever its distance; the next `assign` measures it. */
  put(i: number, cluster: number): void;
  /** Sum of squared distances of rows to the centres of their clusters. */
  inertia(centres: Float64Array): number;
}
