import type { Measurement } from './benchmark';

type Figure = Pick<Measurement, 'ours' | 'peer' | 'unit'>;

/** Active interventions that both benchmarks of the service go through where none are named. */
export const defaultSizes = [1_000, 10_000, 100_000, 1_000_000];

export const sizesOf = (args: readonly string[]): number[] => {
  const sizes = args.length > 0 ? args.map(Number) : defaultSizes;
  if (!sizes.every((size, at) => Number.isInteger(size) && size > (sizes[at - 1] ?? 0))) {
    throw new Error(
      'Give whole numbers, each larger than the one before: the store is filled up from one to the next.'
    );
  }
  return sizes;
};

/** Reports a figure at a size, and from the second size on how many times that of the first size it is. */
export function growthReporter(report: (measurement: Measurement) => void) {
  const first = new Map<string, Figure & { size: number }>();
  return (size: number, what: string, figure: Figure): void => {
    report({ case: `${size} active, ${what}`, ...figure });
    const base = first.get(what);
    if (!base) {
      first.set(what, { ...figure, size });
      return;
    }
    const times = (now: number, before: number): number => Number((now / before).toFixed(3));
    report({
      case: `growth from ${base.size} to ${size} active, ${what}`,
      ours: times(figure.ours, base.ours),
      peer: times(figure.peer, base.peer),
      unit: 'times',
    });
  };
}
