import { fromPixel, pan, toPixel, viewportOf, zoom } from './viewport';

const whole = viewportOf([0, 10], [0, 100]);
const size = { width: 200, height: 100 };

describe('viewport', () => {
  it('maps to pixels and back, with y upwards', () => {
    expect(toPixel(whole, size, [0, 0])).toEqual([0, 100]);
    expect(toPixel(whole, size, [5, 75])).toEqual([100, 25]);
    expect(fromPixel(whole, size, [100, 25])).toEqual([5, 75]);
  });

  it('keeps the pointed-at place where it is while zooming', () => {
    const closer = zoom(whole, whole, [4, 30], 2);
    expect(toPixel(closer, size, [4, 30])).toEqual(toPixel(whole, size, [4, 30]));
    expect(closer.xMax - closer.xMin).toBeCloseTo(5, 10);
  });

  it('never shows more than the whole', () => {
    expect(zoom(whole, whole, [1, 1], 0.5)).toEqual(whole);
    expect(pan(zoom(whole, whole, [0, 0], 2), whole, -3, -3)).toEqual({ xMin: 0, xMax: 5, yMin: 0, yMax: 50 });
  });

  it('stops getting closer', () => {
    let near = whole;
    for (let i = 0; i < 50; i += 1) {
      near = zoom(near, whole, [5, 50], 2);
    }
    expect(near.xMax - near.xMin).toBeCloseTo(10 / 200, 10);
  });
});
