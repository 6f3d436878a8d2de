import { property, array, record, double, assert } from 'fast-check';
import { regions } from '../generate/places';
import { tileGrid } from './tileGrid';

const tileOf = (name: string): { east: number; north: number } =>
  tileGrid(regions)[regions.findIndex((region) => region.name === name)]!;

it('draws the provinces of Korea where one looks for them', () => {
  expect(tileOf('Jeju')).toMatchObject({ east: 0, north: 0 });
  expect(tileOf('Seoul').north).toBeGreaterThan(tileOf('Daejeon').north);
  expect(tileOf('Daejeon').north).toBeGreaterThan(tileOf('Jeonnam').north);
  expect(tileOf('Incheon').east).toBeLessThan(tileOf('Gangwon').east);
  expect(tileOf('Gwangju').east).toBeLessThan(tileOf('Busan').east);
});

it('gives each place a tile of its own, at the same place or without any range too', () => {
  const place = record({ lat: double({ min: -80, max: 80, noNaN: true }), lon: double({ min: -180, max: 180, noNaN: true }) }); // prettier-ignore
  assert(
    property(array(place, { maxLength: 30 }), (places) => {
      const tiles = tileGrid([...places, ...places.slice(0, 1)]);
      expect(tiles.every(({ east, north }) => east >= 0 && north >= 0)).toBe(true);
      expect(new Set(tiles.map(({ east, north }) => `${east} ${north}`)).size).toBe(tiles.length);
    }),
    { numRuns: 50 }
  );
});

it('keeps the order of places that lie in a row', () => {
  const tiles = tileGrid([0, 1, 2, 3, 4].map((lon) => ({ lat: 0, lon })));
  expect(tiles.map(({ east }) => east)).toEqual([...tiles.map(({ east }) => east)].sort((a, b) => a - b));
});
