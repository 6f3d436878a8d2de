import { anomalyRow } from '../../../testing/anomalyFixtures';
import { travelPairs } from './travelPairs';

const seoul = { lat: 37.57, lon: 126.98 };
const lagos = { lat: 6.52, lon: 3.38 };
const minute = 60_000;

describe('travelPairs', () => {
  it('finds a customer in two places within less time than a flight takes', () => {
    const [pair, ...others] = travelPairs([
      anomalyRow({ id: 'late', time: 40 * minute, place: lagos }),
      anomalyRow({ id: 'early', time: 0, place: seoul }),
    ]);
    expect(others).toEqual([]);
    expect(pair).toMatchObject({ ids: ['early', 'late'], from: seoul, to: lagos, minutes: 40 });
    expect(pair!.kilometres).toBeGreaterThan(12_000);
    expect(pair!.kilometres).toBeLessThan(12_600);
  });

  it.each([
    ['a day apart', { time: 24 * 60 * minute }],
    ['of another customer', { customer: 'C-OTHER' }],
    ['without a place', { place: undefined }],
    ['in the same city', { place: { lat: 37.4, lon: 127.1 } }],
    ['a customer as a whole', { entity: 'customer' as const }],
  ])('takes no row %s', (_, other) => {
    expect(
      travelPairs([
        anomalyRow({ id: 'a', time: 0, place: seoul }),
        anomalyRow({ id: 'b', time: minute, place: lagos, ...other }),
      ])
    ).toEqual([]);
  });
});
