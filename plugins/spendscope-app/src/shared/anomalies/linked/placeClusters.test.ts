import { anomalyRow } from '../../../testing/anomalyFixtures';
import type { Place } from '../anomalyRow';
import { type Point, panned, toScreen, worldView } from './mapView';
import { isOnePlace, placeClusters } from './placeClusters';

const size = { width: 600, height: 300 };
const project = (place: Place): Point => toScreen(place, worldView, size);
const seoul = { lat: 37.5, lon: 127 };
const rows = [
  anomalyRow({ id: 'a', place: seoul, score: 0.97 }),
  anomalyRow({ id: 'b', place: { lat: 37.4, lon: 127.1 }, score: 0.85 }),
  anomalyRow({ id: 'c', place: { lat: -33.9, lon: 151 }, score: 0.6 }),
  anomalyRow({ id: 'd', place: undefined }),
];

describe('placeClusters', () => {
  it('puts neighbours together with their bands, the largest first, and leaves out what has no place', () => {
    const clusters = placeClusters(rows, project);
    expect(clusters.map((cluster) => cluster.rows.map(({ id }) => id))).toEqual([['a', 'b'], ['c']]);
    expect(clusters.map(({ bands }) => bands)).toEqual([
      { severe: 1, suspicious: 1, low: 0 },
      { severe: 0, suspicious: 0, low: 1 },
    ]);
  });

  it('draws no ring over a larger one, whichever cells they lie in', () => {
    const near = [0, 1].flatMap((side) =>
      Array.from({ length: 30 - side * 20 }, (_, i) =>
        anomalyRow({ id: `${side}-${i}`, place: { lat: 20, lon: side ? 0.5 : -0.5 } })
      )
    );
    expect(placeClusters(near, project).map(({ rows: { length } }) => length)).toEqual([40]);
  });

  it('regroups nothing when the map is moved', () => {
    const moved = panned({ ...worldView, zoom: 3 }, [17, 5], size);
    const keys = (view: typeof moved): string[] =>
      placeClusters(rows, (place) => toScreen(place, view, size)).map(({ key }) => key);
    expect(keys(moved)).toEqual(keys({ ...worldView, zoom: 3 }));
  });

  it('knows what no zoom parts', () => {
    const [together, alone] = placeClusters(rows, project);
    expect([isOnePlace(together!), isOnePlace(alone!)]).toEqual([false, true]);
  });
});
