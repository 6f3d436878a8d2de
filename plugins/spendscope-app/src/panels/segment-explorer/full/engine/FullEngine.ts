import type { Size, Viewport } from '../../axis/viewport';
import { sumOf } from '../../prepare/sumOf';
import type { Selection } from '../../selection/selection';
import { summarizeSelection, type SelectionSummary } from '../../selection/summarizeSelection';
import type { AxisChoice, ExplorerItems } from '../../types';
import { arrange, cellsOf, type Arrangement, type Span } from './arrangement';
import { colorPixels, type Rgb } from './colorPixels';
import { maskSelection } from './maskSelection';
import { countInView, countPixels, type PixelCounts } from './pixelCounts';
import { TILES } from './tiles';

/** What the page is told of all customers on two axes. */
export interface FullScene {
  x: Span;
  y: Span;
  customers: number;
  leftOut: number;
  /** Customers of each cluster. */
  counts: readonly number[];
  /** Customers beyond the part that is in view at first. */
  outside: number;
  /** Counted by cell over that part. */
  cells: ExplorerItems;
}

export interface DrawRequest {
  viewport: Viewport;
  /** Of the plot, in device pixels. */
  size: Size;
  /** By index of the cluster. */
  colors: readonly Rgb[];
  highlighted?: number;
  /** The view is moving: coarser marks will do. */
  moving: boolean;
}

export interface Drawn {
  /** RGBA. */
  pixels: Uint8ClampedArray;
  width: number;
  height: number;
}

/** Device pixels along a mark: the fewer customers in view, the larger each can be. */
export function markSize(inView: number, moving: boolean): number {
  const size = inView < 3_000 ? 4 : inView < 30_000 ? 3 : inView < 150_000 ? 2 : 1;
  return moving ? Math.max(2, size) : size;
}

/** All customers of a run on two axes: counts, selects and sums them up. Lives in a worker, knows nothing of it. */
export class FullEngine {
  private columns: Record<string, Float32Array> = {};
  private clusterOf: Uint8Array = new Uint8Array();
  private clusters = 0;
  private arrangement?: Arrangement;
  private mask?: Uint8Array;
  /** Each point is one customer. */
  private ones: Uint8Array = new Uint8Array();
  private counts?: PixelCounts;
  private sorted = new Map<string, Float32Array>();

  /** @param clusterOf index of each row's cluster, below `clusters` */
  setClusters(clusterOf: Uint8Array, clusters: number): void {
    this.clusterOf = clusterOf;
    this.clusters = clusters;
  }

  addColumns(columns: Readonly<Record<string, Float32Array>>): void {
    Object.assign(this.columns, columns);
  }

  arrange(axes: Record<'x' | 'y', AxisChoice>): FullScene {
    const arrangement = arrange(this.columns, axes, this.clusterOf, this.clusters);
    const { points, x, y, leftOut } = arrangement;
    this.arrangement = arrangement;
    this.mask = undefined;
    this.sorted.clear();
    const home: Viewport = { xMin: x.home[0], xMax: x.home[1], yMin: y.home[0], yMax: y.home[1] };
    this.ones = new Uint8Array(points.length).fill(1);
    const tiles = TILES * TILES;
    const counts = Array.from(
      { length: this.clusters },
      (_, cluster) => points.starts[(cluster + 1) * tiles]! - points.starts[cluster * tiles]!
    );
    let inside = 0;
    for (let i = 0; i < points.length; i += 1) {
      const px = points.x[i]!;
      const py = points.y[i]!;
      inside += px >= home.xMin && px <= home.xMax && py >= home.yMin && py <= home.yMax ? 1 : 0;
    }
    const cells = cellsOf(arrangement, home);
    return { x, y, customers: points.length, leftOut, counts, outside: points.length - inside, cells };
  }

  draw({ viewport, size, colors, highlighted, moving }: DrawRequest): Drawn {
    const { points } = this.arranged();
    const mark = markSize(countInView(points, viewport), moving);
    const width = Math.max(1, Math.ceil(size.width / mark));
    const height = Math.max(1, Math.ceil(size.height / mark));
    this.counts = countPixels(points, viewport, { width, height }, this.mask, this.counts);
    return { pixels: colorPixels(this.counts, colors, highlighted), width, height };
  }

  cells(viewport: Viewport): ExplorerItems {
    return cellsOf(this.arranged(), viewport);
  }

  /** Selects, and says who that is; undefined where nothing limits the view. */
  select(
    selection: Selection,
    isolated: readonly number[],
    spendField: string | undefined
  ): SelectionSummary | undefined {
    const { points } = this.arranged();
    this.mask = maskSelection(points, selection, new Set(isolated));
    if (!this.mask) {
      return undefined;
    }
    const spend = spendField === undefined ? undefined : this.inOrder(spendField);
    return summarizeSelection(
      {
        items: {
          kind: 'points',
          length: points.length,
          x: points.x,
          y: points.y,
          cluster: points.cluster,
          count: this.ones,
          cellWidth: 0,
          cellHeight: 0,
          names: [],
          spend,
          measures: Object.keys(this.columns).map((field) => ({ field, values: this.inOrder(field)! })),
        },
        clusters: { length: this.clusters },
        customers: points.length,
        ...(spend ? { spend: sumOf(spend) } : {}),
      },
      this.mask
    );
  }

  private arranged(): Arrangement {
    if (!this.arrangement) {
      throw new Error('Customers have to be arranged on two axes first.');
    }
    return this.arrangement;
  }

  /** A column in the order of the points. */
  private inOrder(field: string): Float32Array | undefined {
    const known = this.sorted.get(field);
    const values = this.columns[field];
    if (known || !values) {
      return known;
    }
    const { order } = this.arranged().points;
    const sorted = new Float32Array(order.length);
    for (let i = 0; i < order.length; i += 1) {
      sorted[i] = values[order[i]!]!;
    }
    this.sorted.set(field, sorted);
    return sorted;
  }
}
