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

/** `constant` columns do not count as tried; none where every cut leaves too few rows on a side. */
type Found = (Cut & { gain: number }) | 'constant' | undefined;

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
      const found = places === 'best' ? this.scanAll(feature, from, to, sums) : this.drawOne(feature, from, to, sums);
      tried += found === 'constant' ? 0 : 1;
      if (found && found !== 'constant' && found.gain > bestGain) {
        bestGain = found.gain;
        best = found;
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
    sortKeys(keys);
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

  private scanAll(feature: number, from: number, to: number, sums: NodeSums): Found {
    const count = this.collect(feature, from, to);
    if (count < 2) {
      return 'constant';
    }
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
      const gain = gainOf(weight, target, sums);
      if (gain > bestGain) {
        bestGain = gain;
        best = at;
      }
    }
    return best < 0
      ? undefined
      : { feature, place: this.occurring[best]!, next: this.occurring[best + 1]!, gain: bestGain };
  }

  /** Needs no order of places: one pass for the range to draw from, one for the rows below. */
  private drawOne(feature: number, from: number, to: number, sums: NodeSums): Found {
    const { targets, weights, ranked, random, limits } = this.task;
    const { order } = this;
    const places = ranked.places[feature]!;
    const values = ranked.distinct[feature]!;
    let lowest = values.length;
    let highest = -1;
    for (let i = from; i < to; i++) {
      const place = places[order[i]!]!;
      lowest = place < lowest ? place : lowest;
      highest = place > highest ? place : highest;
    }
    if (lowest >= highest) {
      return 'constant';
    }
    const threshold = values[lowest]! + (values[highest]! - values[lowest]!) * random.next();
    let weight = 0;
    let target = 0;
    let place = lowest;
    let next = highest;
    for (let i = from; i < to; i++) {
      const row = order[i]!;
      const at = places[row]!;
      if (at < highest && values[at]! <= threshold) {
        weight += weights[row]!;
        target += weights[row]! * targets[row]!;
        place = at > place ? at : place;
      } else {
        next = at < next ? at : next;
      }
    }
    const leastRows = limits.leastRows ?? 1;
    if (weight < leastRows || sums.weight - weight < leastRows) {
      return undefined;
    }
    return { feature, place, next, threshold, gain: gainOf(weight, target, sums) };
  }
}

/** Lowering of the squared error by a cut, up to what all cuts of a node share. */
const gainOf = (weight: number, target: number, sums: NodeSums): number =>
  (target * target) / weight + (sums.target - target) ** 2 / (sums.weight - weight);

/** Ascending; short lists faster than the engine's sort, which costs a call out of the code at hand. */
function sortKeys(keys: Float64Array): void {
  if (keys.length > 48) {
    keys.sort();
    return;
  }
  for (let i = 1; i < keys.length; i++) {
    const key = keys[i]!;
    let j = i;
    for (; j > 0 && keys[j - 1]! > key; j--) {
      keys[j] = keys[j - 1]!;
    }
    keys[j] = key;
  }
}
