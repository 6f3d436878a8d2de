const earthKm = 6371;
const radians = Math.PI / 180;

/** Great-circle distance in km (haversine). */
export function distanceKm(latA: number, lonA: number, latB: number, lonB: number): number {
  const sinLat = Math.sin(((latB - latA) * radians) / 2);
  const sinLon = Math.sin(((lonB - lonA) * radians) / 2);
  const h = sinLat * sinLat + Math.cos(latA * radians) * Math.cos(latB * radians) * sinLon * sinLon;
  return 2 * earthKm * Math.asin(Math.min(1, Math.sqrt(h)));
}
