import { geoDistance } from 'd3-geo';
import type { AnomalyRow, Place } from '../anomalyRow';
import { isPlaced } from './placeClusters';

/** Two rows of a customer between which nobody travels so fast. */
export interface TravelPair {
  customer: string;
  from: Place;
  to: Place;
  ids: [string, string];
  kilometres: number;
  minutes: number;
}

const earthRadius = 6_371;
/** km/h, of an airliner with the wind behind it. */
const fastest = 1_000;
/** km: networks are placed by their city at best. */
const leastDistance = 300;
const mostPairs = 20;

/** Pairs of a customer’s neighbouring rows that are too far apart for the time between them; the farthest first. */
export function travelPairs(rows: readonly AnomalyRow[]): TravelPair[] {
  const byCustomer = new Map<string, (AnomalyRow & { place: Place })[]>();
  for (const row of rows) {
    if (isPlaced(row) && row.entity === 'transaction') {
      const known = byCustomer.get(row.customer);
      if (known) {
        known.push(row);
      } else {
        byCustomer.set(row.customer, [row]);
      }
    }
  }
  const pairs: TravelPair[] = [];
  for (const own of byCustomer.values()) {
    own.sort((left, right) => left.time - right.time);
    for (let i = 1; i < own.length; i += 1) {
      const [before, after] = [own[i - 1]!, own[i]!];
      const kilometres =
        earthRadius * geoDistance([before.place.lon, before.place.lat], [after.place.lon, after.place.lat]);
      const hours = (after.time - before.time) / 3_600_000;
      if (kilometres >= leastDistance && kilometres > fastest * hours) {
        pairs.push({
          customer: after.customer,
          from: before.place,
          to: after.place,
          ids: [before.id, after.id],
          kilometres,
          minutes: hours * 60,
        });
      }
    }
  }
  return pairs.sort((left, right) => right.kilometres - left.kilometres).slice(0, mostPairs);
}
