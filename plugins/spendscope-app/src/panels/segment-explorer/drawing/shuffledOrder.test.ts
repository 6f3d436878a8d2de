import { shuffledOrder } from './shuffledOrder';

it('is a permutation, the same every time, and not the order of the frame', () => {
  const order = shuffledOrder(100);
  expect([...order].sort((a, b) => a - b)).toEqual(Array.from({ length: 100 }, (_, i) => i));
  expect(shuffledOrder(100)).toEqual(order);
  expect([...order]).not.toEqual(Array.from({ length: 100 }, (_, i) => i));
});
