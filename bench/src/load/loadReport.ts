import { percentile } from '../statistics';
import type { OpenLoopResult } from './openLoop';
import { type Step, saturationOf } from './stepLoad';

/** Shares of answers whose latency is told. */
export const shares = [0.5, 0.9, 0.95, 0.99, 0.999, 1] as const;

export interface OpenLoad {
  /** requests a second that were due, and their share of what the server can do */
  rate: number;
  load: number;
  due: number;
  answered: number;
  failed: number;
  unanswered: number;
  /** ms by share of the answers, in the order of `shares` */
  latencies: number[];
}

export interface TargetLoad {
  name: string;
  title: string;
  steps: Step[];
  saturation: { perSecond: number; connections: number };
  /** requests a second that the client of the open loop can send at most; rates are shares of the lower of both */
  ceiling: number;
  open: OpenLoad[];
}

export interface LoadReport {
  at: string;
  node: string;
  cores: number;
  /** of the last minute, before the first and after the last step */
  loadAverage: [number, number];
  secondsEach: number;
  active: number;
  /** stopped by hand, so that something is missing */
  cut: boolean;
  targets: TargetLoad[];
}

export function openLoadOf(result: OpenLoopResult, most: number): OpenLoad {
  const { rate, due, answered, failed, unanswered, latencies } = result;
  return {
    ...{ rate, due, answered, failed, unanswered, load: rate / most },
    latencies: shares.map((share) => percentile(latencies, share)),
  };
}

export function targetLoadOf(
  { name, title }: { name: string; title: string },
  steps: Step[],
  ceiling: number,
  open: readonly OpenLoopResult[]
): TargetLoad {
  const { perSecond, connections } = saturationOf(steps);
  return {
    ...{ name, title, steps, ceiling },
    saturation: { perSecond, connections },
    open: open.map((result) => openLoadOf(result, Math.min(perSecond, ceiling))),
  };
}
