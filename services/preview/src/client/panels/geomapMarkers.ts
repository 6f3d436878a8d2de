import { type DataFrame, type Field, FieldType, formattedValueToString, getFieldDisplayName } from '@grafana/data';
import { decodeGeohash, type Position } from './geohash';

/** Where a layer finds its markers' places, as in Grafana's geomap. */
export interface LocationOptions {
  mode?: 'auto' | 'geohash' | 'coords' | 'lookup';
  geohash?: string;
  latitude?: string;
  longitude?: string;
}

interface SizeOptions {
  fixed?: number;
  field?: string;
  min?: number;
  max?: number;
}

export interface MarkerStyle {
  size?: SizeOptions;
  color?: { fixed?: string; field?: string };
  opacity?: number;
  /** An icon’s path, by which Grafana knows its own shapes. */
  symbol?: { fixed?: string };
  text?: { fixed?: string; field?: string };
  textConfig?: { fontSize?: number; offsetX?: number; offsetY?: number };
}

export type MarkerShape = 'circle' | 'square' | 'none';

interface Label {
  text: string;
  size: number;
  offset: readonly [x: number, y: number];
}

export interface Marker extends Position {
  /** none: only its label */
  shape: MarkerShape;
  label?: Label;
  /** From 0 to 1, of what fills it. */
  opacity: number;
  radius: number;
  /** A colour of the theme, by name or value. */
  color: string;
  /** The row's values, one line each. */
  lines: string[];
}

const byName = (frame: DataFrame, name: string | undefined): Field | undefined =>
  frame.fields.find((field) => field.name === name || getFieldDisplayName(field, frame) === name);

const named = (frame: DataFrame, pattern: RegExp): Field | undefined =>
  frame.fields.find((field) => pattern.test(field.name));

function positions(frame: DataFrame, location: LocationOptions): (Position | undefined)[] {
  const latitude = byName(frame, location.latitude) ?? named(frame, /(^|\.)lat(itude)?$/i);
  const longitude = byName(frame, location.longitude) ?? named(frame, /(^|\.)(lon|lng|longitude)$/i);
  const text = frame.fields.find((field) => field.type === FieldType.string);
  const geohash = byName(frame, location.geohash) ?? named(frame, /geo(hash|_?point)?$/i) ?? text;
  if (location.mode !== 'geohash' && latitude && longitude) {
    return latitude.values.map((lat: unknown, row) => {
      const lon: unknown = longitude.values[row];
      return typeof lat === 'number' && typeof lon === 'number' ? { lat, lon } : undefined;
    });
  }
  return Array.from({ length: frame.length }, (_, row) => decodeGeohash(String(geohash?.values[row] ?? '')));
}

function radiusOf(size: SizeOptions, field: Field | undefined): (row: number) => number {
  const fixed = size.fixed ?? 5;
  if (!field) {
    return () => fixed;
  }
  const values = field.values.filter((value: unknown): value is number => typeof value === 'number');
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const [min, max] = [size.min ?? 2, size.max ?? 15];
  return (row) => {
    const share = most > least ? ((field.values[row] as number) - least) / (most - least) : 1;
    return min + (max - min) * (Number.isFinite(share) ? share : 0);
  };
}

/** As in Grafana: words without a symbol are words alone. */
function shapeOf({ symbol, text }: MarkerStyle): MarkerShape {
  if (!symbol?.fixed) {
    return text?.field || text?.fixed ? 'none' : 'circle';
  }
  return symbol.fixed.endsWith('square.svg') ? 'square' : 'circle';
}

function labelOf(frame: DataFrame, { text, textConfig }: MarkerStyle): (row: number) => Label | undefined {
  const field = byName(frame, text?.field);
  const size = textConfig?.fontSize ?? 12;
  const offset = [textConfig?.offsetX ?? 0, textConfig?.offsetY ?? 0] as const;
  return (row) => {
    const words = field?.display ? formattedValueToString(field.display(field.values[row])) : text?.fixed;
    return words ? { text: words, size, offset } : undefined;
  };
}

/** The markers of one frame; rows without a place are left out. */
export function frameMarkers(frame: DataFrame, location: LocationOptions, style: MarkerStyle): Marker[] {
  const radius = radiusOf(style.size ?? {}, byName(frame, style.size?.field));
  const colorField = byName(frame, style.color?.field);
  const label = labelOf(frame, style);
  const shape = shapeOf(style);
  const shown = frame.fields.filter((field) => field.type === FieldType.number || field.type === FieldType.string);
  return positions(frame, location).flatMap((position, row) =>
    position
      ? [
          {
            ...position,
            shape,
            label: label(row),
            opacity: style.opacity ?? 0.4,
            radius: radius(row),
            color: colorField?.display?.(colorField.values[row]).color ?? style.color?.fixed ?? 'dark-green',
            lines: shown.map((field) => {
              const value: unknown = field.values[row];
              return `${getFieldDisplayName(field, frame)}: ${field.display ? formattedValueToString(field.display(value)) : String(value)}`;
            }),
          },
        ]
      : []
  );
}
