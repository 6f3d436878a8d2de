import type { Size, Viewport } from '../../axis/viewport';
import { sumOf } from '../../prepare/sumOf';
import type { Selection } from '../../selection/selection';
import { summarizeSelection, totalOf, type SelectionSummary } from '../../selection/summarizeSelection';
import type { AxisChoice, ExplorerItems, Total } from '../../types';
import { arrange, cellsOf, tiled, type Arrangement, type Span } from './arrangement';
import { colorPixels, type Rgb } from './colorPixels';
import { maskSelection } from './maskSelection';
import { countInView, countPixels, type PixelCounts } from './pixelCounts';
import type { TiledPoints } from './tiles';

/** What the page is told of all customers on two axes. */
export interface FullScene {
  x: Span;
  y: Span;
  customers: number;
  /** Customers of the whole run, whether they pass the filter or not. */
  run: number;
  /** Of those who pass it, those without a place on both axes. */
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
  /** Numbers of clusters by row. */
  private numbers: Uint8Array = new Uint8Array();
  private matching?: Uint8Array;
  private clusters = 0;
  private arrangement?: Arrangement;
  private mask?: Uint8Array;
  /** Each point is one customer. */
  private ones: Uint8Array = new Uint8Array();
  /** Whether anything of the arrangement was drawn: until then nothing may hold that up. */
  private drawn = false;
  private counts?: PixelCounts;
  /** Columns in the order of the points, and their totals: to look values up one by one would take a lasso's time. */
  private sorted = new Map<string, { values: Float32Array; total: Total }>();

  /** @param numbers each row's cluster, 255 for none */
  setClusters(numbers: Uint8Array): void {
    this.numbers = numbers;
  }

  /** @param matching 1 for rows that are shown at all, from the next arrangement on; everybody without */
  setMatching(matching: Uint8Array | undefined): void {
    this.matching = matching;
  }

  addColumns(columns: Readonly<Record<string, Float32Array>>): void {
    Object.assign(this.columns, columns);
  }

  /** Rows without a cluster, or of one that is not among the keys, get the index after the last. */
  arrange(axes: Record<'x' | 'y', AxisChoice>, clusterKeys: readonly number[]): FullScene {
    this.clusters = clusterKeys.length + 1;
    const { numbers: clusters, matching } = this;
    const arrangement = arrange({ columns: this.columns, clusters, matching }, axes, clusterKeys);
    const { points, x, y, counts, leftOut } = arrangement;
    this.arrangement = arrangement;
    this.mask = undefined;
    this.drawn = false;
    this.sorted.clear();
    const customers = sumOf(counts);
    const cells = cellsOf(arrangement, { xMin: x.home[0], xMax: x.home[1], yMin: y.home[0], yMax: y.home[1] });
    const outside = customers - sumOf(cells.count);
    return { x, y, customers, run: points.length, leftOut, counts, outside, cells };
  }

  /**
   * Does a part of what the first drawing and selections should not wait for; to be called whenever there is nothing
   * else to do. Returns whether something is left.
   */
  settle(): boolean {
    if (!this.arrangement || !this.drawn) {
      return false;
    }
    const next = Object.keys(this.columns).find((field) => !this.sorted.has(field));
    if (next !== undefined) {
      this.inOrder(next);
    }
    return next !== undefined;
  }

  draw({ viewport, size, colors, highlighted, moving }: DrawRequest): Drawn {
    const { points } = this.arranged();
    const mark = markSize(countInView(points, viewport), moving);
    const width = Math.max(1, Math.ceil(size.width / mark));
    const height = Math.max(1, Math.ceil(size.height / mark));
    this.drawn = true;
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
    if (selection.length === 0 && isolated.length === 0) {
      this.mask = undefined;
      return undefined;
    }
    const points = this.tiled();
    this.mask = maskSelection(points, selection, new Set(isolated))!;
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
          spend: spend?.values,
          measures: Object.keys(this.columns).map((field) => ({ field, ...this.inOrder(field)! })),
        },
        clusters: { length: this.clusters },
        customers: points.length,
        ...(spend ? { spend: spend.total.sum } : {}),
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

  private tiled(): TiledPoints {
    const points = tiled(this.arranged());
    if (this.ones.length !== points.length) {
      this.ones = new Uint8Array(points.length).fill(1);
    }
    return points;
  }

  private inOrder(field: string): { values: Float32Array; total: Total } | undefined {
    const column = this.columns[field];
    const known = this.sorted.get(field);
    if (known || !column) {
      return known;
    }
    const { order, length } = this.tiled();
    const values = new Float32Array(length);
    for (let i = 0; i < length; i += 1) {
      values[i] = column[order[i]!]!;
    }
    const sorted = { values, total: totalOf(values, this.ones) };
    this.sorted.set(field, sorted);
    return sorted;
  }
}
