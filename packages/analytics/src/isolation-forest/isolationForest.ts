import { AnalyticsError } from '../analyticsError';
import { featureNames } from '../featureNames';
import { checkMatrix, type Matrix } from '../matrix';
import { Random } from '../random';
import { averagePathLength, growTree } from './isolationTree';
import { PathKernel } from './pathKernel';
import { sumPathsPlain } from './sumPathsPlain';
import { packNodes, type TreeNodes } from './treeNodes';

export interface IsolationForestOptions {
  seed: number;
  /** 100 */
  trees?: number;
  /** rows each tree is grown on, at most the rows there are; 256 */
  sampleSize?: number;
  /** names of the columns, kept with the model */
  features?: readonly string[];
}

/** Fewer rows are walked sooner than trees are laid out for the kernel. */
const kernelRows = 256;

/** All nodes of all trees, one after the other: as arrays of numbers, which JSON keeps exactly. */
export interface IsolationForestJson {
  kind: 'isolation_forest';
  version: 1;
  features: string[];
  seed: number;
  sampleSize: number;
  roots: number[];
  feature: number[];
  threshold: number[];
  left: number[];
  path: number[];
}

/**
 * Isolation Forest: F. T. Liu, K. M. Ting, Z.-H. Zhou, "Isolation Forest", ICDM 2008. A score near 1 marks a row that
 * random cuts isolate early; ordinary rows lie near 0.4 to 0.5.
 */
export class IsolationForest {
  private laidOut: PathKernel | undefined;

  private constructor(
    readonly features: readonly string[],
    readonly seed: number,
    readonly sampleSize: number,
    private readonly roots: Int32Array,
    private readonly nodes: TreeNodes
  ) {}

  /** @throws AnalyticsError on empty or non-finite input or bad options */
  static fit(m: Matrix, options: IsolationForestOptions): IsolationForest {
    const { seed, trees = 100, sampleSize = 256 } = options;
    checkMatrix(m, 'Isolation Forest');
    if (!Number.isInteger(trees) || trees < 1 || !Number.isInteger(sampleSize) || sampleSize < 2) {
      throw new AnalyticsError(
        'bad_option',
        `trees must be at least 1 and sampleSize 2, not ${trees} and ${sampleSize}.`
      );
    }
    const features = featureNames(m.columns, options.features);
    const size = Math.min(sampleSize, m.rows);
    const nodes: TreeNodes = { feature: [], threshold: [], left: [], path: [] };
    const roots: number[] = [];
    for (let tree = 0; tree < trees; tree++) {
      roots.push(nodes.feature.length);
      growTree(m, size, new Random(seed, tree), nodes);
    }
    return new IsolationForest(features, seed, size, Int32Array.from(roots), packNodes(nodes));
  }

  static fromJSON(json: IsolationForestJson): IsolationForest {
    if (json.kind !== 'isolation_forest' || json.version !== 1) {
      throw new AnalyticsError(
        'version',
        `This is not an isolation forest of version 1: ${json.kind} ${json.version}.`
      );
    }
    return new IsolationForest(json.features, json.seed, json.sampleSize, Int32Array.from(json.roots), packNodes(json));
  }

  toJSON(): IsolationForestJson {
    const { feature, threshold, left, path } = this.nodes;
    return {
      kind: 'isolation_forest',
      version: 1,
      features: [...this.features],
      seed: this.seed,
      sampleSize: this.sampleSize,
      roots: Array.from(this.roots),
      feature: Array.from(feature),
      threshold: Array.from(threshold),
      left: Array.from(left),
      path: Array.from(path),
    };
  }

  /** Raw scores in (0, 1]: 2^(−mean path ÷ c(sample size)). Higher is more anomalous. */
  score(m: Matrix): Float64Array {
    this.checkColumns(m);
    checkMatrix(m, 'Scoring');
    const sums = m.rows < kernelRows ? sumPathsPlain(m, this.roots, this.nodes) : this.kernel().sumPaths(m);
    const scale = -1 / (this.roots.length * Math.max(averagePathLength(this.sampleSize), Number.EPSILON));
    return sums.map((sum) => 2 ** (sum * scale));
  }

  /**
   * What each feature did to the score of one row, in edges of mean path length: positive made it more anomalous. At
   * each split the expected path length changes from the node's to the child's, and the feature that was cut on gets
   * the difference (A. Saabas, "Interpreting random forests", 2014, on path lengths). The contributions add up exactly
   * to the forest's expected path length less the row's.
   */
  contributions(row: Float64Array): Float64Array {
    const { feature, threshold, left, path } = this.nodes;
    const gains = new Float64Array(this.features.length);
    for (const root of this.roots) {
      let node = root;
      while (feature[node]! >= 0) {
        const cut = feature[node]!;
        const child = left[node]! + (row[cut]! > threshold[node]! ? 1 : 0);
        gains[cut]! += (path[node]! - path[child]!) / this.roots.length;
        node = child;
      }
    }
    return gains;
  }

  private kernel(): PathKernel {
    return (this.laidOut ??= new PathKernel(this.features.length, this.roots, this.nodes));
  }

  private checkColumns(m: Matrix): void {
    if (m.columns !== this.features.length) {
      throw new AnalyticsError('shape', `The forest knows ${this.features.length} features, not ${m.columns}.`);
    }
  }
}
