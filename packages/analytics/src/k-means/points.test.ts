import fc from 'fast-check';
import { matrix, type Matrix } from '../matrix';
import { Random } from '../random';
import { KernelPoints, fitsKernel } from './kernelPoints';
import { lloyd } from './lloyd';
import { PlainPoints } from './plainPoints';
import { seedCentres } from './seeding';

const shape = fc.record({
  rows: fc.integer({ min: 10, max: 900 }),
  columns: fc.integer({ min: 1, max: 9 }),
  k: fc.integer({ min: 1, max: 10 }),
  seed: fc.integer({ min: 0, max: 1e6 }),
  /** Values rounded to this grid tie; 0 leaves them as they are. */
  grid: fc.constantFrom(0, 0.01, 1),
  scale: fc.constantFrom(1e-3, 1, 1e9),
});

function table({
  rows,
  columns,
  seed,
  grid,
  scale,
}: {
  rows: number;
  columns: number;
  seed: number;
  grid: number;
  scale: number;
}): Matrix {
  const random = new Random(seed);
  const value = (): number => {
    const x = random.normal() + (random.chance(0.3) ? 8 : 0);
    return scale * (grid > 0 ? Math.round(x / grid) * grid : x);
  };
  return matrix(Float64Array.from({ length: rows * columns }, value), columns);
}

describe('rows in the kernel', () => {
  it('draw the same first centres as plain ones, to the last bit', () => {
    fc.assert(
      fc.property(shape, ({ k, seed, ...rest }) => {
        const m = table({ seed, ...rest });
        const [fast, plain] = [new KernelPoints(m, k), new PlainPoints(m)];
        expect(seedCentres(fast, k, new Random(seed))).toEqual(seedCentres(plain, k, new Random(seed)));
      }),
      { numRuns: 100 }
    );
  });

  it('take the same way to the same clusters, skipping what bounds allow, as plain ones that measure all', () => {
    fc.assert(
      fc.property(shape, ({ k, seed, ...rest }) => {
        const m = table({ seed, ...rest });
        const start = seedCentres(new PlainPoints(m), k, new Random(seed));
        // Two centres at one place: one cluster runs empty at once.
        start.copyWithin(0, m.columns, k > 1 && seed % 4 === 0 ? 2 * m.columns : m.columns);
        const stop = { maxIterations: 1 + (seed % 60), limit: 0 };
        expect(lloyd(new KernelPoints(m, k), start, stop)).toEqual(lloyd(new PlainPoints(m), start, stop));
      }),
      { numRuns: 200 }
    );
  });

  it('serve several starts one after the other', () => {
    const m = table({ rows: 501, columns: 3, seed: 1, grid: 0, scale: 1 });
    const points = new KernelPoints(m, 4);
    const runs = [1, 2, 1].map((seed) => lloyd(points, seedCentres(points, 4, new Random(seed)), { maxIterations: 50, limit: 0 })); // prettier-ignore
    expect(runs[2]).toEqual(runs[0]);
    expect(runs[1]).not.toEqual(runs[0]);
  });

  it('are measured only where bounds do not settle them', () => {
    const m = table({ rows: 400, columns: 2, seed: 5, grid: 0, scale: 1 });
    const points = new KernelPoints(m, 2);
    points.begin(2);
    points.assign(Float64Array.from([0, 0, 8, 8]), Float64Array.from([0, 0]));
    const before = points.labels.slice();
    // Centres changed places, but nothing is said to have moved.
    expect(points.assign(Float64Array.from([8, 8, 0, 0]), Float64Array.from([0, 0]))).toBe(0);
    expect(points.labels).toEqual(before);
    expect(points.assign(Float64Array.from([8, 8, 0, 0]), Float64Array.from([30, 30]))).toBe(400);
  });
});

it('a table of 4 GiB and more does not fit a kernel', () => {
  expect(fitsKernel({ data: new Float64Array(0), rows: 10_000_000, columns: 50 }, 6)).toBe(true);
  expect(fitsKernel({ data: new Float64Array(0), rows: 10_000_000, columns: 53 }, 6)).toBe(false);
});
