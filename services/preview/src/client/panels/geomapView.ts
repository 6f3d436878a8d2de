import { geoMercator, type GeoProjection } from 'd3-geo';
import type { Position } from './geohash';

export interface ViewOptions {
  id?: string;
  lat?: number;
  lon?: number;
  zoom?: number;
}

const worldTile = 256;
const closest = 9;

/**
 * The projection of a view: given coordinates and zoom, the whole world (`zero`), or as close as shows every marker.
 * @param extraZoom steps that the visitor zoomed in (negative: out), each doubling the scale
 */
export function viewProjection(
  view: ViewOptions,
  markers: readonly Position[],
  [width, height]: [number, number],
  extraZoom: number
): GeoProjection {
  const projection = geoMercator();
  const fits = view.id !== 'coords' && view.id !== 'zero';
  if (!fits) {
    // As in Grafana, only `coords` looks at the coordinates; `zero` is where the equator meets the first meridian.
    const center: [number, number] = view.id === 'coords' ? [view.lon ?? 0, view.lat ?? 0] : [0, 0];
    projection.scale((worldTile * 2 ** (view.zoom ?? 1)) / (2 * Math.PI)).center(center);
  } else if (markers.length > 0) {
    const points = {
      type: 'MultiPoint' as const,
      coordinates: markers.map(({ lat, lon }): [number, number] => [lon, lat]),
    };
    const margin = Math.min(width, height) * 0.12;
    projection.fitExtent(
      [
        [margin, margin],
        [width - margin, height - margin],
      ],
      points
    );
    const centre = projection.invert?.([width / 2, height / 2]) ?? [0, 0];
    const scale = Math.min(projection.scale(), (worldTile * 2 ** closest) / (2 * Math.PI));
    projection.scale(scale).center(centre);
  } else {
    projection.scale(Math.min(width / (2 * Math.PI), height / 3)).center([0, 20]);
  }
  return projection.translate([width / 2, height / 2]).scale(projection.scale() * 2 ** extraZoom);
}
