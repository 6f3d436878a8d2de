import type { Place } from '../anomalyRow';
import type { Bounds } from './bounds';

export interface Size {
  /** px */
  width: number;
  height: number;
}
export type Point = readonly [x: number, y: number];

/** What a map shows: its centre on the Mercator plane (radians, y to the north), and how often the whole world's size. */
export interface MapView {
  x: number;
  y: number;
  zoom: number;
}

const radians = Math.PI / 180;
const closest = 400;
/** Of the world that is drawn: Antarctica has no customers. */
const [southmost, northmost] = [-58, 76];

const mercatorY = (lat: number): number => Math.log(Math.tan(Math.PI / 4 + (lat * radians) / 2));
const latitude = (y: number): number => (2 * Math.atan(Math.exp(y)) - Math.PI / 2) / radians;
const clamp = (value: number, least: number, most: number): number => Math.min(Math.max(value, least), most);
const [bottom, top] = [mercatorY(southmost), mercatorY(northmost)];

/** The whole world. */
export const worldView: MapView = { x: 0, y: (bottom + top) / 2, zoom: 1 };

/** px per radian. */
export const scaleOf = ({ zoom }: MapView, { width, height }: Size): number =>
  Math.min(width / (2 * Math.PI), height / (top - bottom)) * zoom;

export const centreOf = ({ x, y }: MapView): [lon: number, lat: number] => [x / radians, latitude(y)];

/** Where a place is drawn, px from the upper left. */
export function toScreen({ lat, lon }: Place, view: MapView, size: Size): Point {
  const scale = scaleOf(view, size);
  return [
    size.width / 2 + (lon * radians - view.x) * scale,
    size.height / 2 - (mercatorY(clamp(lat, -85, 85)) - view.y) * scale,
  ];
}

const inWorld = ({ x, y, zoom }: MapView): MapView => ({
  x: clamp(x, -Math.PI, Math.PI),
  y: clamp(y, bottom, top),
  zoom: clamp(zoom, 1, closest),
});

/** By px that the content follows the pointer. */
export function panned(view: MapView, [dx, dy]: Point, size: Size): MapView {
  const scale = scaleOf(view, size);
  return inWorld({ ...view, x: view.x - dx / scale, y: view.y + dy / scale });
}

/** Closer by `factor`; what is under `anchor` stays there. */
export function zoomed(
  view: MapView,
  factor: number,
  size: Size,
  anchor: Point = [size.width / 2, size.height / 2]
): MapView {
  const zoom = clamp(view.zoom * factor, 1, closest);
  const [before, after] = [scaleOf(view, size), scaleOf({ ...view, zoom }, size)];
  const off = [anchor[0] - size.width / 2, size.height / 2 - anchor[1]] as const;
  return inWorld({
    x: view.x + off[0] / before - off[0] / after,
    y: view.y + off[1] / before - off[1] / after,
    zoom,
  });
}

/** As close as shows all places, with a margin; one place alone is shown with its surroundings. */
export function fitted(places: readonly Place[], size: Size): MapView {
  if (places.length === 0) {
    return worldView;
  }
  const xs = places.map(({ lon }) => lon * radians);
  const ys = places.map(({ lat }) => mercatorY(clamp(lat, -85, 85)));
  const [left, right, low, high] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const least = 0.02;
  const scale = Math.min(size.width / Math.max(right - left, least), size.height / Math.max(high - low, least)) * 0.7;
  return inWorld({ x: (left + right) / 2, y: (low + high) / 2, zoom: scale / scaleOf(worldView, size) });
}

/** What is in view. */
export function boundsOfView(view: MapView, size: Size): Bounds {
  const scale = scaleOf(view, size);
  const [halfX, halfY] = [size.width / 2 / scale, size.height / 2 / scale];
  return {
    south: Math.max(-85, latitude(view.y - halfY)),
    north: Math.min(85, latitude(view.y + halfY)),
    west: Math.max(-180, (view.x - halfX) / radians),
    east: Math.min(180, (view.x + halfX) / radians),
  };
}
