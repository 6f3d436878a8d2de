import { decodeGeohash } from './geohash';

describe('decodeGeohash', () => {
  it('finds the middle of the cell', () => {
    const position = decodeGeohash('wydm9q');
    expect(position?.lat).toBeCloseTo(37.565, 2);
    expect(position?.lon).toBeCloseTo(126.974, 2);
  });

  it('gives a coarse cell its coarse middle', () => {
    expect(decodeGeohash('w')).toEqual({ lat: 22.5, lon: 112.5 });
  });

  it('knows text that is no geohash', () => {
    expect([decodeGeohash(''), decodeGeohash('abc!')]).toEqual([undefined, undefined]);
  });
});
