import { anomalyFloor, anomalyThreshold } from '@spendscope/contracts';
import type { AnomalyRow } from '../anomalyRow';
import { type ScoreBand, scoreBand } from '../scoreBand';
import type { AverageAt } from './averageOf';
import type { Point, Size } from './mapView';
import type { TimeSpan } from './timeScale';

/** px around the plot. */
export const inset = { left: 32, right: 12, top: 22, bottom: 22 };

export interface TimelineGeometry {
  x: (time: number) => number;
  y: (score: number) => number;
  /** The score at the bottom. */
  lowest: number;
  /** ms since 1970 */
  timeAt: (x: number) => number;
}

/** A round score that all are at or above; the threshold is never at the bottom. */
export function lowestOf(scores: readonly number[]): number {
  const least = scores.reduce((one, other) => Math.min(one, other), anomalyThreshold - 0.1);
  return Math.max(anomalyFloor, Math.floor(least * 10 + 1e-9) / 10);
}

/** Where a time and a score are drawn, px; scores below the lowest lie on the bottom line. */
export function timelineGeometry(
  { from, to }: TimeSpan,
  { width, height }: Size,
  lowest: number = anomalyFloor
): TimelineGeometry {
  const inner = Math.max(1, width - inset.left - inset.right);
  const tall = Math.max(1, height - inset.top - inset.bottom);
  const share = (score: number): number => Math.min(1, Math.max(0, (score - lowest) / (1 - lowest)));
  return {
    lowest,
    x: (time) => inset.left + ((time - from) / (to - from)) * inner,
    y: (score) => inset.top + (1 - share(score)) * tall,
    timeAt: (x) => from + (Math.min(1, Math.max(0, (x - inset.left) / inner)) || 0) * (to - from),
  };
}

/**
 * Dots of each band as one path of round-ended strokes without length. Dots on one pixel are drawn once, so that any number
 * of rows costs no more than the plot has pixels.
 */
export function dotPaths(rows: readonly AnomalyRow[], { x, y }: TimelineGeometry): Record<ScoreBand, string> {
  const seen = new Set<string>();
  const parts: Record<ScoreBand, string[]> = { severe: [], suspicious: [], low: [] };
  for (const { time, score } of rows) {
    const dot = `M${Math.round(x(time))} ${Math.round(y(score))}h0`;
    if (!seen.has(dot)) {
      seen.add(dot);
      parts[scoreBand(score)].push(dot);
    }
  }
  return { severe: parts.severe.join(''), suspicious: parts.suspicious.join(''), low: parts.low.join('') };
}

/** The row drawn nearest to a point, within so many px. */
export function nearestRow(
  rows: readonly AnomalyRow[],
  [px, py]: Point,
  { x, y }: TimelineGeometry,
  within = 14
): AnomalyRow | undefined {
  let best = within;
  let found: AnomalyRow | undefined;
  for (const row of rows) {
    const away = Math.hypot(x(row.time) - px, y(row.score) - py);
    if (away < best) {
      best = away;
      found = row;
    }
  }
  return found;
}

/** Stretches in which the mean is above the threshold, as the alert rule asks: from such a mean to the next lower one. */
export function alarmSpans(average: readonly AverageAt[], end: number): TimeSpan[] {
  const spans: TimeSpan[] = [];
  let from: number | undefined;
  for (const { time, score } of average) {
    if (score > anomalyThreshold) {
      from ??= time;
    } else if (from !== undefined) {
      spans.push({ from, to: time });
      from = undefined;
    }
  }
  return from === undefined ? spans : [...spans, { from, to: end }];
}
