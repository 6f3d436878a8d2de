import type { Point } from '@spendscope/contracts';
import type { Axis } from '../types';

/** The visible part of the plane, in the columns' scales. */
export interface Viewport {
  xMin: number;
  xMax: number;
  yMin: number;
  yMax: number;
}

/** What there is to look at, and where one starts. */
export interface Extent {
  whole: Viewport;
  home: Viewport;
}

export interface Size {
  width: number;
  height: number;
}

/** At most this many times closer than the whole. */
const MAX_ZOOM = 200;

export function viewportOf(x: readonly [number, number], y: readonly [number, number]): Viewport {
  return { xMin: x[0], xMax: x[1], yMin: y[0], yMax: y[1] };
}

export function extentOf(x: Pick<Axis, 'domain' | 'home'>, y: Pick<Axis, 'domain' | 'home'>): Extent {
  return { whole: viewportOf(x.domain, y.domain), home: viewportOf(x.home, y.home) };
}

export function toPixel(viewport: Viewport, { width, height }: Size, [x, y]: Point): Point {
  return [
    ((x - viewport.xMin) / (viewport.xMax - viewport.xMin)) * width,
    (1 - (y - viewport.yMin) / (viewport.yMax - viewport.yMin)) * height,
  ];
}

export function fromPixel(viewport: Viewport, { width, height }: Size, [px, py]: Point): Point {
  return [
    viewport.xMin + (px / width) * (viewport.xMax - viewport.xMin),
    viewport.yMin + (1 - py / height) * (viewport.yMax - viewport.yMin),
  ];
}

function clampRange(min: number, max: number, low: number, high: number): [number, number] {
  const span = Math.min(max - min, high - low);
  const start = Math.min(Math.max(min, low), high - span);
  return [start, start + span];
}

/** Keeps the view inside the whole and no closer than the zoom limit. */
function clamp(viewport: Viewport, whole: Viewport): Viewport {
  const [xMin, xMax] = clampRange(viewport.xMin, viewport.xMax, whole.xMin, whole.xMax);
  const [yMin, yMax] = clampRange(viewport.yMin, viewport.yMax, whole.yMin, whole.yMax);
  return { xMin, xMax, yMin, yMax };
}

/** Zooms by `factor` (above 1: closer) and leaves `centre` where it is on screen. */
export function zoom(viewport: Viewport, whole: Viewport, centre: Point, factor: number): Viewport {
  const closest = (whole.xMax - whole.xMin) / MAX_ZOOM;
  const span = viewport.xMax - viewport.xMin;
  const applied = Math.min(factor, span / closest);
  const scaled = (edge: number, middle: number): number => middle + (edge - middle) / applied;
  return clamp(
    {
      xMin: scaled(viewport.xMin, centre[0]),
      xMax: scaled(viewport.xMax, centre[0]),
      yMin: scaled(viewport.yMin, centre[1]),
      yMax: scaled(viewport.yMax, centre[1]),
    },
    whole
  );
}

/** Moves the view by a distance in the columns' scales. */
export function pan(viewport: Viewport, whole: Viewport, dx: number, dy: number): Viewport {
  return clamp(
    {
      xMin: viewport.xMin + dx,
      xMax: viewport.xMax + dx,
      yMin: viewport.yMin + dy,
      yMax: viewport.yMax + dy,
    },
    whole
  );
}

/** Moves the view just so far that the place is in it. */
export function follow(viewport: Viewport, whole: Viewport, [x, y]: Point): Viewport {
  const beyond = (at: number, min: number, max: number): number => Math.min(0, at - min) + Math.max(0, at - max);
  const dx = beyond(x, viewport.xMin, viewport.xMax);
  const dy = beyond(y, viewport.yMin, viewport.yMax);
  return dx === 0 && dy === 0 ? viewport : pan(viewport, whole, dx, dy);
}
