import type { Random } from '@spendscope/analytics';
import { drawHost, drawNetwork } from './networks';
import { regions, weightsOf, type Place } from './places';

/** Where a customer lives and which addresses it is seen from. */
export interface Residence {
  region: Place;
  lat: number;
  lon: number;
  homeIp: string;
  /** a /24 whose hosts change */
  mobileNetwork: string;
}

const regionWeights = weightsOf(regions);

export function drawResidence(random: Random): Residence {
  const region = regions[random.weighted(regionWeights)]!;
  return {
    region,
    lat: region.lat + 0.08 * random.normal(),
    lon: region.lon + 0.08 * random.normal(),
    homeIp: drawHost(random, drawNetwork(random, 'KR')),
    mobileNetwork: drawNetwork(random, 'KR-mobile'),
  };
}
