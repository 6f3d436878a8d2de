import type { Place } from '../anomalyRow';

/** A stretch of the earth in degrees, which no meridian of the date line crosses. */
export interface Bounds {
  south: number;
  west: number;
  north: number;
  east: number;
}

const digits = 3;

/** As it stands in an address: `south,west,north,east`. */
export const boundsText = ({ south, west, north, east }: Bounds): string =>
  [south, west, north, east].map((value) => Number(value.toFixed(digits))).join(',');

/** Undefined for what is no stretch of the earth. */
export function boundsOf(text: string | undefined): Bounds | undefined {
  const parts = (text ?? '').split(',').map((part) => (part.trim() === '' ? NaN : Number(part)));
  const [south, west, north, east] = parts;
  const fits =
    parts.length === 4 &&
    parts.every(Number.isFinite) &&
    -90 <= south! &&
    south! < north! &&
    north! <= 90 &&
    -180 <= west! &&
    west! < east! &&
    east! <= 180;
  return fits ? { south: south!, west: west!, north: north!, east: east! } : undefined;
}

export const isWithin = ({ south, west, north, east }: Bounds, { lat, lon }: Place): boolean =>
  lat >= south && lat <= north && lon >= west && lon <= east;
