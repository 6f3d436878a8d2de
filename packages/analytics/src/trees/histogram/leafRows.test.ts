import fc from 'fast-check';
import { matrix } from '../../matrix';
import { Random } from '../../random';
import { growingNodes, packNodes } from '../treeEnsemble';
import { binBorders, packBins } from './binning';
import { LeafWiseGrower } from './growLeafWise';
import { KernelLeafRows, fitsKernel } from './kernelLeafRows';
import type { LeafRows } from './leafRows';
import { PlainLeafRows } from './plainLeafRows';

const mostLeaves = 16;

const shape = fc.record({
  rows: fc.integer({ min: 40, max: 3_000 }),
  columns: fc.integer({ min: 1, max: 9 }),
  seed: fc.integer({ min: 0, max: 1e6 }),
  /** share of values that are missing */
  missing: fc.constantFrom(0, 0.2),
});

describe('the rows of leaves', () => {
  it('in the kernel grow the same trees as in TypeScript, to the bit', () => {
    fc.assert(
      fc.property(shape, ({ rows, columns, seed, missing }) => {
        const random = new Random(seed);
        const value = (): number => (random.chance(missing) ? NaN : random.normal());
        const m = matrix(Float64Array.from({ length: rows * columns }, value), columns);
        const gradients = Float32Array.from({ length: 2 * rows }, (_, i) => (i % 2 ? 0.1 + Math.abs(random.normal()) : random.normal())); // prettier-ignore
        const borders = binBorders(m);
        const grown = (leafRows: LeafRows): object => {
          leafRows.gradients.set(gradients);
          leafRows.margins.fill(0.5);
          const limits = { leastRows: 3, leastCurvature: 1e-3, penalty: 0 };
          const nodes = growingNodes();
          const grower = new LeafWiseGrower({ rows: leafRows, borders, limits, mostLeaves, mostDepth: 9, learningRate: 0.1 }); // prettier-ignore
          // The second tree finds what the first one left in the buffers.
          grower.grow(nodes);
          grower.grow(nodes);
          return { nodes: packNodes(nodes), margins: Float64Array.from(leafRows.margins) };
        };
        const kernel = new KernelLeafRows(packBins(m, borders), rows, columns, mostLeaves);
        const plain = new PlainLeafRows(packBins(m, borders), rows, columns);
        expect(grown(kernel)).toEqual(grown(plain));
      }),
      { seed: 7, numRuns: 60 }
    );
  });

  it('of more than a call of the kernel takes are all counted', () => {
    const rows = 150_000;
    const random = new Random(3);
    const m = matrix(
      Float64Array.from({ length: 2 * rows }, () => random.normal()),
      2
    );
    const borders = binBorders(m);
    const [kernel, plain] = [new KernelLeafRows(packBins(m, borders), rows, 2, 2), new PlainLeafRows(packBins(m, borders), rows, 2)]; // prettier-ignore
    const histograms = [kernel, plain].map((leafRows) => {
      leafRows.gradients.set(Float32Array.from({ length: 2 * rows }, (_, i) => i / rows));
      leafRows.begin();
      const middle = leafRows.partition(0, rows, { feature: 1, bin: 100, missingLeft: false });
      const histogram = leafRows.newHistogram();
      leafRows.fill(histogram, middle, rows);
      return [middle, Float64Array.from(histogram)];
    });
    expect(histograms[0]).toEqual(histograms[1]);
    expect(histograms[0]![0]).toBeGreaterThan(50_000);
  });

  it('say where they do not fit into the memory of a kernel', () => {
    expect(fitsKernel({ length: 4e6 } as Uint32Array, 1_000_000, 14, 31)).toBe(true);
    expect(fitsKernel({ length: 4e8 } as Uint32Array, 100_000_000, 14, 31)).toBe(false);
    expect(fitsKernel({ length: 4e3 } as Uint32Array, 1_000, 14, 100_000)).toBe(false);
  });
});
