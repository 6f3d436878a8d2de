import type { TreeTask } from './growTree';

export interface NodeSums {
  weight: number;
  target: number;
  /** all targets are equal: nothing to gain */
  pure: boolean;
}

/** Rows at `place` or below go left; `next` is the following place that occurs in the node. */
export interface Cut {
  feature: number;
  place: number;
  next: number;
  /** where it was drawn; half way between the two places' values where absent */
  threshold?: number;
}

const rowFactor = 2 ** 26;

/** Looks for the best cut of a node; holds the buffers that all nodes of a tree share. */
export class NodeScan {
  private readonly columns: Int32Array;
  /** places that occur in the node, with the sums of their rows */
  private readonly occurring: Int32Array;
  private readonly weightAt: Float64Array;
  private readonly targetAt: Float64Array;
  private readonly countedWeight: Float64Array;
  private readonly countedTarget: Float64Array;
  private readonly keys: Float64Array;

  constructor(
    private readonly task: TreeTask,
    private readonly order: Int32Array
  ) {
    const most = task.ranked.distinct.reduce((greatest, { length }) => Math.max(greatest, length), 0);
    this.columns = Int32Array.from(task.ranked.places, (_, j) => j);
    this.occurring = new Int32Array(most);
    this.weightAt = new Float64Array(most);
    this.targetAt = new Float64Array(most);
    this.countedWeight = new Float64Array(most);
    this.countedTarget = new Float64Array(most);
    this.keys = new Float64Array(order.length);
  }

  sums(from: number, to: number): NodeSums {
    const { targets, weights } = this.task;
    const first = targets[this.order[from]!]!;
    const sums: NodeSums = { weight: 0, target: 0, pure: true };
    for (let i = from; i < to; i++) {
      const row = this.order[i]!;
      sums.weight += weights[row]!;
      sums.target += weights[row]! * targets[row]!;
      sums.pure &&= targets[row] === first;
    }
    return sums;
  }

  bestCut(from: number, to: number, sums: NodeSums): Cut | undefined {
    const { limits, random, places } = this.task;
    const wanted = limits.columnsTried ?? this.columns.length;
    let best: Cut | undefined;
    let bestGain = -Infinity;
    let tried = 0;
    for (let left = this.columns.length; left > 0 && tried < wanted; left--) {
      // With all columns tried their order is the same everywhere, so that ties go to the first.
      const at = wanted < this.columns.length ? random.int(left) : this.columns.length - left;
      const feature = this.columns[at]!;
      if (wanted < this.columns.length) {
        this.columns[at] = this.columns[left - 1]!;
        this.columns[left - 1] = feature;
      }
      const count = this.collect(feature, from, to);
      if (count < 2) {
        continue;
      }
      tried++;
      const found = places === 'best' ? this.scanAll(count, sums) : this.drawOne(feature, count, sums);
      if (found && found.gain > bestGain) {
        bestGain = found.gain;
        const { at: place, threshold } = found;
        best = { feature, place: this.occurring[place]!, next: this.occurring[place + 1]!, threshold };
      }
    }
    return best;
  }

  /** Sums by place, in ascending order of places; returns how many places occur. */
  private collect(feature: number, from: number, to: number): number {
    const distinct = this.task.ranked.distinct[feature]!.length;
    const rows = to - from;
    return distinct <= 4 * rows ? this.collectByCounting(feature, from, to, distinct) : this.collectBySorting(feature, from, to); // prettier-ignore
  }

  private collectByCounting(feature: number, from: number, to: number, distinct: number): number {
    const { targets, weights, ranked } = this.task;
    const { occurring, weightAt, targetAt, countedWeight, countedTarget, order } = this;
    const places = ranked.places[feature]!;
    for (let i = from; i < to; i++) {
      const row = order[i]!;
      const place = places[row]!;
      countedWeight[place]! += weights[row]!;
      countedTarget[place]! += weights[row]! * targets[row]!;
    }
    let count = 0;
    for (let place = 0; place < distinct; place++) {
      if (countedWeight[place]! > 0) {
        occurring[count] = place;
        weightAt[count] = countedWeight[place]!;
        targetAt[count++] = countedTarget[place]!;
        countedWeight[place] = 0;
        countedTarget[place] = 0;
      }
    }
    return count;
  }

  private collectBySorting(feature: number, from: number, to: number): number {
    const { targets, weights, ranked } = this.task;
    const { occurring, weightAt, targetAt, order } = this;
    const places = ranked.places[feature]!;
    const keys = this.keys.subarray(0, to - from);
    for (let i = from; i < to; i++) {
      keys[i - from] = places[order[i]!]! * rowFactor + (i - from);
    }
    keys.sort();
    let count = -1;
    let last = -1;
    for (const key of keys) {
      const place = Math.floor(key / rowFactor);
      const row = order[from + (key - place * rowFactor)]!;
      if (place !== last) {
        last = occurring[++count] = place;
        weightAt[count] = 0;
        targetAt[count] = 0;
      }
      weightAt[count]! += weights[row]!;
      targetAt[count]! += weights[row]! * targets[row]!;
    }
    return count + 1;
  }

  private scanAll(count: number, sums: NodeSums): { at: number; gain: number; threshold?: number } | undefined {
    const least = this.task.limits.leastRows ?? 1;
    let weight = 0;
    let target = 0;
    let best = -1;
    let bestGain = -Infinity;
    for (let at = 0; at < count - 1; at++) {
      weight += this.weightAt[at]!;
      target += this.targetAt[at]!;
      if (weight < least || sums.weight - weight < least) {
        continue;
      }
      const gain = (target * target) / weight + (sums.target - target) ** 2 / (sums.weight - weight);
      if (gain > bestGain) {
        bestGain = gain;
        best = at;
      }
    }
    return best < 0 ? undefined : { at: best, gain: bestGain };
  }

  private drawOne(
    feature: number,
    count: number,
    sums: NodeSums
  ): { at: number; gain: number; threshold: number } | undefined {
    // prettier-ignore
    const values = this.task.ranked.distinct[feature]!;
    const least = values[this.occurring[0]!]!;
    const threshold = least + (values[this.occurring[count - 1]!]! - least) * this.task.random.next();
    let weight = 0;
    let target = 0;
    let at = -1;
    while (at + 2 < count && values[this.occurring[at + 1]!]! <= threshold) {
      at++;
      weight += this.weightAt[at]!;
      target += this.targetAt[at]!;
    }
    const leastRows = this.task.limits.leastRows ?? 1;
    if (at < 0 || weight < leastRows || sums.weight - weight < leastRows) {
      return undefined;
    }
    return { at, threshold, gain: (target * target) / weight + (sums.target - target) ** 2 / (sums.weight - weight) };
  }
}
