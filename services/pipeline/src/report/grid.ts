import { quantileOfSorted } from '@spendscope/analytics';

export interface Grid {
  x: string[];
  y: string[];
  cells: { x: number; y: number; n: number; events: number }[];
}

/** Counts customers on a grid of two numbers, and those with an event; rows with a missing value are left out. */
export function grid(x: ArrayLike<number>, y: ArrayLike<number>, event: ArrayLike<number>, steps = 12): Grid {
  const rows = Array.from({ length: x.length }, (_, row) => row).filter(
    (row) => Number.isFinite(x[row]!) && Number.isFinite(y[row]!) && Number.isFinite(event[row]!)
  );
  const [across, up] = [
    scale(
      rows.map((row) => x[row]!),
      steps
    ),
    scale(
      rows.map((row) => y[row]!),
      steps
    ),
  ];
  const cells = new Map<string, Grid['cells'][number]>();
  for (const row of rows) {
    const at = { x: across.place(x[row]!), y: up.place(y[row]!) };
    const key = `${at.x},${at.y}`;
    const cell = cells.get(key) ?? { ...at, n: 0, events: 0 };
    cell.n++;
    cell.events += event[row]!;
    cells.set(key, cell);
  }
  return { x: across.labels, y: up.labels, cells: [...cells.values()].sort((a, b) => b.n - a.n) };
}

/** Whole numbers one by one where they are few, else equal steps up to the 99th percentile and one for the rest. */
function scale(values: number[], steps: number): { labels: string[]; place: (value: number) => number } {
  const distinct = [...new Set(values)].sort((a, b) => a - b);
  if (distinct.length <= steps) {
    return { labels: distinct.map(String), place: (value) => distinct.indexOf(value) };
  }
  const low = distinct[0]!;
  const high = quantileOfSorted(Float64Array.from(values).sort(), 0.99);
  const size = nice((high - low) / (steps - 1));
  const start = Math.floor(low / size) * size;
  const used = Math.min(steps, Math.floor((high - start) / size) + 1);
  const labels = Array.from({ length: used }, (_, i) => {
    const text = String(Number((start + i * size).toPrecision(6)));
    return i === used - 1 ? `≥ ${text}` : `${text}–`;
  });
  return { labels, place: (value) => Math.min(used - 1, Math.floor((value - start) / size)) };
}

/** The next of 1, 2, 5 × 10ⁿ. */
function nice(size: number): number {
  const unit = 10 ** Math.floor(Math.log10(size || 1));
  return unit * [1, 2, 5, 10].find((step) => step * unit >= size)!;
}
