import { Pinch } from './pinch';

it('zooms about the middle of two fingers, moves with them, and ends with one', () => {
  const pinch = new Pinch();
  pinch.down(1, [100, 100]);
  expect([pinch.active, pinch.move(1, [110, 100])]).toEqual([false, undefined]);
  pinch.down(2, [210, 100]);
  expect(pinch.active).toBe(true);
  expect(pinch.move(2, [310, 100])).toEqual({ factor: 2, centre: [210, 100], shift: [50, 0] });
  expect(pinch.move(1, [210, 100])).toEqual({ factor: 0.5, centre: [260, 100], shift: [50, 0] });
  pinch.up(2);
  expect([pinch.active, pinch.move(1, [0, 0]), pinch.move(7, [0, 0])]).toEqual([false, undefined, undefined]);
});
