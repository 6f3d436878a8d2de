/** One measured case: our figure and the peer's from the same run. */
export interface Measurement {
  case: string;
  ours: number;
  peer: number;
  unit: string;
}

export interface Benchmark {
  /** One line for the list of names. */
  what: string;
  run: (args: string[], report: (measurement: Measurement) => void) => Promise<void>;
}
