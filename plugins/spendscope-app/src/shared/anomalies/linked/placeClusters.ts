import type { AnomalyRow, Place } from '../anomalyRow';
import { type ScoreBand, scoreBand } from '../scoreBand';
import type { Point } from './mapView';

/** Rows that would be drawn over one another. */
export interface PlaceCluster {
  key: string;
  /** Mean of the rows’, px. */
  at: Point;
  rows: (AnomalyRow & { place: Place })[];
  bands: Record<ScoreBand, number>;
}

export const isPlaced = (row: AnomalyRow): row is AnomalyRow & { place: Place } => row.place !== undefined;

/** px */
const cell = 46;

/** px; the area grows with the count. */
export const radiusOf = (count: number): number => Math.min(24, 7 + 1.6 * Math.sqrt(count));
/** px between two rings. */
const gap = 8;

/**
 * Rows by the cell of a grid that lies still on the map, so that panning regroups nothing; largest first. What would lie
 * over a larger one goes into it.
 *
 * @param project where a place is drawn, px
 */
export function placeClusters(rows: readonly AnomalyRow[], project: (place: Place) => Point): PlaceCluster[] {
  const [originX, originY] = project({ lat: 0, lon: 0 });
  const cells = new Map<string, { x: number; y: number; rows: PlaceCluster['rows']; bands: PlaceCluster['bands'] }>();
  for (const row of rows) {
    if (!isPlaced(row)) {
      continue;
    }
    const [x, y] = project(row.place);
    const key = `${Math.floor((x - originX) / cell)}:${Math.floor((y - originY) / cell)}`;
    let group = cells.get(key);
    if (!group) {
      group = { x: 0, y: 0, rows: [], bands: { severe: 0, suspicious: 0, low: 0 } };
      cells.set(key, group);
    }
    group.x += x;
    group.y += y;
    group.rows.push(row);
    group.bands[scoreBand(row.score)] += 1;
  }
  return merged(
    [...cells.entries()]
      .map(([key, { x, y, rows: members, bands }]) => ({
        key,
        at: [x / members.length, y / members.length] as const,
        rows: members,
        bands,
      }))
      .sort((left, right) => right.rows.length - left.rows.length || (left.key < right.key ? -1 : 1))
  );
}

function merged(largestFirst: readonly PlaceCluster[]): PlaceCluster[] {
  const kept: PlaceCluster[] = [];
  for (const cluster of largestFirst) {
    const over = kept.find(
      ({ at: [x, y], rows }) =>
        Math.hypot(x - cluster.at[0], y - cluster.at[1]) < radiusOf(rows.length) + radiusOf(cluster.rows.length) + gap
    );
    if (over) {
      over.rows.push(...cluster.rows);
      over.bands.severe += cluster.bands.severe;
      over.bands.suspicious += cluster.bands.suspicious;
      over.bands.low += cluster.bands.low;
    } else {
      kept.push(cluster);
    }
  }
  return kept;
}

/** Whether all rows are in one place, so that no zoom parts them. */
export const isOnePlace = ({ rows }: PlaceCluster): boolean =>
  rows.every(({ place }) => place.lat === rows[0]!.place.lat && place.lon === rows[0]!.place.lon);
