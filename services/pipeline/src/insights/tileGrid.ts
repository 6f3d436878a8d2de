/** A place on the earth, degrees. */
interface Place {
  lat: number;
  lon: number;
}

/** Tiles east of the westernmost column, and north of the southernmost row. */
export interface Tile {
  east: number;
  north: number;
}

/** Of the grid's cells so many stay free, so that coasts and gaps still show: places of a country fill half its box. */
const cellsPerPlace = 1.8;

/**
 * A tile grid map: each place gets a cell of its own, all of one size, near where it lies, so that a small region is seen
 * as well as a large one. Cells are given out so that no exchange of two of them brings the squares of the distances down.
 *
 * @returns a tile for each place, in their order; equal input gives equal tiles
 */
export function tileGrid(places: readonly Place[]): Tile[] {
  const latitude = spread(places.map(({ lat }) => lat));
  const longitude = spread(places.map(({ lon }) => lon));
  const rows = Math.max(1, Math.round(Math.sqrt(places.length * cellsPerPlace * heightToWidth(places))));
  const columns = Math.max(1, Math.ceil((places.length * cellsPerPlace) / rows));
  const cells = Array.from({ length: rows * columns }, (_, cell) => ({
    east: cell % columns,
    north: Math.floor(cell / columns),
  }));
  const away = (place: number, cell: number): number =>
    place < places.length
      ? (longitude[place]! * (columns - 1) - cells[cell]!.east) ** 2 + (latitude[place]! * (rows - 1) - cells[cell]!.north) ** 2 // prettier-ignore
      : 0;
  return exchanged(cells.length, away)
    .slice(0, places.length)
    .map((cell) => cells[cell]!);
}

/** From 0 to 1: half by value, half by rank, so that a crowded corner is drawn apart. */
function spread(values: readonly number[]): number[] {
  const sorted = [...values].sort((a, b) => a - b);
  const [least, range] = [sorted[0]!, sorted.at(-1)! - sorted[0]!];
  return values.map((value) =>
    range === 0 ? 0.5 : ((value - least) / range + sorted.indexOf(value) / (sorted.length - 1)) / 2
  );
}

/** Of the box around the places, on the ground: a degree of longitude is shorter far from the equator. */
function heightToWidth(places: readonly Place[]): number {
  const extent = (of: readonly number[]): number => Math.max(...of) - Math.min(...of);
  const latitudes = places.map(({ lat }) => lat);
  const middle = (Math.max(...latitudes) + Math.min(...latitudes)) / 2;
  const width = extent(places.map(({ lon }) => lon)) * Math.cos((middle * Math.PI) / 180);
  const ratio = extent(latitudes) / width;
  return Number.isFinite(ratio) ? Math.min(3, Math.max(1 / 3, ratio)) : 1;
}

/** Gives each place a cell and exchanges two while that shortens the way. Ends: the sum of the distances falls each time. */
function exchanged(cells: number, away: (place: number, cell: number) => number): number[] {
  const least = 1e-9;
  const taken = Array.from({ length: cells }, (_, cell) => cell);
  for (let better = true; better;) {
    better = false;
    for (let a = 0; a < cells; a++) {
      for (let b = a + 1; b < cells; b++) {
        const [first, second] = [taken[a]!, taken[b]!];
        if (away(a, second) + away(b, first) < away(a, first) + away(b, second) - least) {
          [taken[a], taken[b]] = [second, first];
          better = true;
        }
      }
    }
  }
  return taken;
}
