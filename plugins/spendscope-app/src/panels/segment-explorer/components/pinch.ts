import type { Point } from '@spendscope/contracts';

export interface Pinched {
  /** Above 1 where the fingers went apart. */
  factor: number;
  /** Between the fingers, px. */
  centre: Point;
  /** How far that went, px. */
  shift: Point;
}

/** Two fingers on the plot: they zoom and move it, whatever the tool. */
export class Pinch {
  private readonly touches = new Map<number, Point>();

  get active(): boolean {
    return this.touches.size > 1;
  }

  down(finger: number, at: Point): void {
    this.touches.set(finger, at);
  }

  /** What a move of a finger does, where two are down. */
  move(finger: number, at: Point): Pinched | undefined {
    const others = [...this.touches].filter(([id]) => id !== finger);
    const before = this.touches.get(finger);
    if (!before) {
      return undefined;
    }
    this.touches.set(finger, at);
    const other = others[0]?.[1];
    if (!other) {
      return undefined;
    }
    const apart = (a: Point): number => Math.max(1, Math.hypot(a[0] - other[0], a[1] - other[1]));
    return {
      factor: apart(at) / apart(before),
      centre: [(at[0] + other[0]) / 2, (at[1] + other[1]) / 2],
      shift: [(at[0] - before[0]) / 2, (at[1] - before[1]) / 2],
    };
  }

  up(finger: number): void {
    this.touches.delete(finger);
  }
}
