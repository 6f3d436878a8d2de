import { packColumns, unpackColumns, type SelectionStep } from '@spendscope/contracts';
import { sumOf } from '../../prepare/sumOf';
import { scatter } from '../../testing/scatter';
import { FullEngine, markSize } from './FullEngine';
import { colorPixels } from './colorPixels';
import { countPixels } from './pixelCounts';
import { tilePoints } from './tiles';

const red = [255, 0, 0] as const;
const blue = [0, 0, 255] as const;

const keys = [3, 7];

/** Ten customers on a diagonal, values 0 to 9; the last has no place. Even ones are of cluster 3, odd ones of 7. */
function engineOfTen(): FullEngine {
  const engine = new FullEngine();
  const values = Float32Array.from([0, 1, 2, 3, 4, 5, 6, 7, 8, NaN]);
  engine.setClusters(Uint8Array.from(values, (_, i) => (i % 2 ? 7 : 3)));
  engine.addColumns({ 'rfm.recency': values, 'rfm.monetary': values.map((value) => value * 100) });
  return engine;
}
const linear = {
  x: { field: 'rfm.recency', scale: 'linear' },
  y: { field: 'rfm.monetary', scale: 'linear' },
} as const;
const whole = { xMin: 0, xMax: 9, yMin: 0, yMax: 900 };

describe('FullEngine', () => {
  it('places customers, and says who has no place', () => {
    const scene = engineOfTen().arrange(linear, keys);
    expect(scene).toMatchObject({ customers: 9, leftOut: 1, counts: [5, 4, 0], outside: 0 });
    expect(scene.x.domain[0]).toBeCloseTo(-0.16);
    expect(sumOf(scene.cells.count)).toBe(9);
  });

  it('shows those who pass the filter only, and all again without', () => {
    const engine = engineOfTen();
    engine.setMatching(Uint8Array.of(0, 0, 1, 1, 1, 0, 0, 0, 0, 1));
    expect(engine.arrange(linear, keys)).toMatchObject({ customers: 3, run: 10, leftOut: 1, counts: [2, 1, 0] });
    expect(engine.select([], [0], 'rfm.monetary')).toMatchObject({ count: 2, share: 2 / 3, spend: 600 });
    engine.setMatching(undefined);
    expect(engine.arrange(linear, keys)).toMatchObject({ customers: 9, run: 10, leftOut: 1 });
  });

  it('puts customers of clusters that are not listed last', () => {
    expect(engineOfTen().arrange(linear, [7]).counts).toEqual([4, 5]);
  });

  it('places them by log and asinh too', () => {
    const engine = engineOfTen();
    const scene = engine.arrange(
      {
        x: { field: 'rfm.recency', scale: 'log1p' },
        y: { field: 'rfm.monetary', scale: 'asinh' },
      },
      keys
    );
    expect(scene.x.domain[1]).toBeCloseTo(Math.log10(9) * 1.02);
    expect(scene.y.domain[1]).toBeCloseTo(Math.asinh(800) * 1.02);
  });

  it('selects and compares with the rest', () => {
    const engine = engineOfTen();
    engine.arrange(linear, keys);
    const step: SelectionStep = {
      operation: 'replace',
      shape: { kind: 'box', box: { xMin: 5, xMax: 9, yMin: 0, yMax: 900 } },
    };
    const summary = engine.select([step], [], 'rfm.monetary')!;
    expect(summary).toMatchObject({ count: 4, share: 4 / 9, spend: 2_600, bounds: { xMin: 5, xMax: 8 } });
    expect(summary.comparisons['rfm.recency']).toEqual({ selected: 6.5, rest: 2 });
    expect(summary.makeUp).toEqual([
      { cluster: 0, count: 2, share: 0.5 },
      { cluster: 1, count: 2, share: 0.5 },
    ]);
    expect(engine.select([], [1], undefined)).toMatchObject({ count: 4 });
    expect(engine.select([], [], undefined)).toBeUndefined();
  });

  it('draws every customer in the colour of its cluster, and fades who is not selected', () => {
    const engine = engineOfTen();
    engine.arrange(linear, keys);
    const request = { viewport: whole, size: { width: 36, height: 36 }, colors: [red, blue], moving: false };
    const alphas = (pixels: Uint8ClampedArray): number[] => [...pixels].filter((_, i) => i % 4 === 3 && pixels[i]! > 0);
    const drawn = engine.draw(request);
    expect([drawn.width, drawn.height]).toEqual([9, 9]);
    expect(alphas(drawn.pixels)).toEqual(Array(9).fill(255));
    // Lower left: value 0, cluster 0.
    expect([...drawn.pixels.subarray(8 * 36, 8 * 36 + 4)]).toEqual([...red, 255]);
    engine.select([], [1], undefined);
    expect(alphas(engine.draw(request).pixels).sort()).toEqual([102, 102, 102, 102, 102, 255, 255, 255, 255]);
  });

  it('draws and counts the same before and after customers are sorted by place', () => {
    const { x, y, cluster } = scatter(2_000, 3);
    x[5] = NaN;
    const engine = new FullEngine();
    engine.setClusters(cluster);
    engine.addColumns({ x, y });
    const axes = { x: { field: 'x', scale: 'linear' }, y: { field: 'y', scale: 'linear' } } as const;
    expect(engine.arrange(axes, [2, 0])).toMatchObject({ customers: 1_999, leftOut: 1 });
    const part = { xMin: -1, xMax: 0.5, yMin: -0.5, yMax: 1.2 };
    const look = (): unknown => [
      engine.draw({ viewport: part, size: { width: 80, height: 60 }, colors: [red, blue, red], moving: true }),
      engine.cells(part),
    ];
    const before = look();
    expect([engine.settle(), engine.settle(), engine.settle()]).toEqual([true, true, false]);
    expect(look()).toEqual(before);
  });

  it('takes the columns as they come out of the packed bytes', () => {
    const { x, y, cluster } = scatter(500, 3);
    const { columns } = unpackColumns(packColumns({ runId: 'r', columns: { cluster, x, y } }).slice().buffer);
    const engine = new FullEngine();
    engine.setClusters(columns.cluster as Uint8Array);
    engine.addColumns({ x: columns.x as Float32Array, y: columns.y as Float32Array });
    const axes = { x: { field: 'x', scale: 'linear' }, y: { field: 'y', scale: 'linear' } } as const;
    expect(engine.arrange(axes, [0, 1, 2]).customers).toBe(500);
  });
});

describe('countPixels', () => {
  it('counts each customer in view once, none beyond it', () => {
    const positions = scatter(5_000, 5);
    const tiled = tilePoints({ length: 5_000, clusters: 3, ...positions }, { x: [-1, 1], y: [-1, 1] });
    const viewport = { xMin: -0.7, xMax: 1.9, yMin: -3, yMax: 0.2 };
    const { others } = countPixels(tiled, viewport, { width: 50, height: 40 }, undefined);
    let expected = 0;
    positions.x.forEach((x, i) => {
      const y = positions.y[i]!;
      expected += x >= viewport.xMin && x <= viewport.xMax && y >= viewport.yMin && y <= viewport.yMax ? 1 : 0;
    });
    expect(others.reduce((sum, count) => sum + count, 0)).toBe(expected);
  });
});

describe('colorPixels', () => {
  it('shows the cluster that leads, the selected ones’ leader where some are selected', () => {
    const counts = { width: 1, height: 1, clusters: 2, others: Uint32Array.of(5, 1), selected: Uint32Array.of(0, 0) };
    expect([...colorPixels({ ...counts, selected: new Uint32Array() }, [red, blue])]).toEqual([...red, 255]);
    expect([...colorPixels({ ...counts, selected: Uint32Array.of(0, 2) }, [red, blue])]).toEqual([...blue, 255]);
    expect(colorPixels(counts, [red, blue])[3]).toBe(102);
    expect(colorPixels({ ...counts, selected: new Uint32Array() }, [red, blue], 1)[3]).toBe(102);
  });
});

describe('markSize', () => {
  it('grows where few are in view, and is coarser while moving', () => {
    expect([1_000_000, 100_000, 10_000, 100].map((n) => markSize(n, false))).toEqual([1, 2, 3, 4]);
    expect(markSize(1_000_000, true)).toBe(2);
  });
});
