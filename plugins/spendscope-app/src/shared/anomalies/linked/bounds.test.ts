import { boundsOf, boundsText, isWithin } from './bounds';

const korea = { south: 33, west: 124.5, north: 39, east: 132 };

describe('bounds in the address', () => {
  it('come back as they went', () => {
    expect(boundsOf(boundsText(korea))).toEqual(korea);
  });

  it.each([undefined, '', '*', '33,124,39', '33,124,39,x', '39,124,33,132', '33,132,39,124', '-91,0,0,1', '1,,2,3'])(
    '%s are none',
    (text) => {
      expect(boundsOf(text)).toBeUndefined();
    }
  );

  it('hold what lies in them, borders included', () => {
    expect(isWithin(korea, { lat: 37.5, lon: 127 })).toBe(true);
    expect(isWithin(korea, { lat: 33, lon: 132 })).toBe(true);
    expect(isWithin(korea, { lat: 35.7, lon: 139.7 })).toBe(false);
  });
});
