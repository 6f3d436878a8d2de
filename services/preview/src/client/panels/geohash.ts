const alphabet = '0123456789bcdefghjkmnpqrstuvwxyz';

export interface Position {
  lat: number;
  lon: number;
}

/** The middle of a geohash's cell, or undefined where the text is no geohash. Source: Niemeyer's base 32 encoding. */
export function decodeGeohash(hash: string): Position | undefined {
  let [south, north, west, east] = [-90, 90, -180, 180];
  let isLongitude = true;
  for (const character of hash.toLowerCase()) {
    const code = alphabet.indexOf(character);
    if (code < 0) {
      return undefined;
    }
    for (let bit = 4; bit >= 0; bit--) {
      const upper = ((code >> bit) & 1) === 1;
      if (isLongitude) {
        const middle = (west + east) / 2;
        [west, east] = upper ? [middle, east] : [west, middle];
      } else {
        const middle = (south + north) / 2;
        [south, north] = upper ? [middle, north] : [south, middle];
      }
      isLongitude = !isLongitude;
    }
  }
  return hash === '' ? undefined : { lat: (south + north) / 2, lon: (west + east) / 2 };
}
