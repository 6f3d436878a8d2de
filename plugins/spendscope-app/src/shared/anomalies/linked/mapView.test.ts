import { boundsOfView, fitted, panned, toScreen, worldView, zoomed } from './mapView';

const size = { width: 600, height: 300 };
const seoul = { lat: 37.5, lon: 127 };

describe('a view of the map', () => {
  it('shows the world whole at first', () => {
    const { west, east, south, north } = boundsOfView(worldView, size);
    expect([west, east]).toEqual([-180, 180]);
    expect(south).toBeLessThan(-57);
    expect(north).toBeGreaterThan(75);
  });

  it('keeps what is under the pointer when it zooms', () => {
    const before = toScreen(seoul, worldView, size);
    const after = toScreen(seoul, zoomed(worldView, 4, size, before), size);
    expect(after[0]).toBeCloseTo(before[0]);
    expect(after[1]).toBeCloseTo(before[1]);
  });

  it('moves with the pointer, not out of the world', () => {
    const near = zoomed(worldView, 4, size);
    const [x, y] = toScreen(seoul, near, size);
    const moved = toScreen(seoul, panned(near, [-30, 20], size), size);
    expect(moved[0]).toBeCloseTo(x - 30);
    expect(moved[1]).toBeCloseTo(y + 20);
    expect(panned(worldView, [1e6, 0], size).x).toBe(-Math.PI);
  });

  it('fits places, so that all of them are within what it says is in view', () => {
    const places = [seoul, { lat: 10.8, lon: 106.6 }];
    const bounds = boundsOfView(fitted(places, size), size);
    for (const { lat, lon } of places) {
      expect(lat > bounds.south && lat < bounds.north && lon > bounds.west && lon < bounds.east).toBe(true);
    }
    expect(bounds.east - bounds.west).toBeLessThan(120);
  });

  it('shows one place with its surroundings, and the world for none', () => {
    const { west, east } = boundsOfView(fitted([seoul], size), size);
    expect(east - west).toBeGreaterThan(0.5);
    expect(fitted([], size)).toEqual(worldView);
  });
});
