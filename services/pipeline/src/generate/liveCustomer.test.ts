import { Random } from '@spendscope/analytics';
import { LiveCustomers } from './liveCustomer';

const hour = 3_600_000;
const end = 100;

/** Customers of whom each fourth has left and the others are as busy as each other. */
const feed = (users: number): LiveCustomers<{ index: number; to: number; weight: number }> =>
  new LiveCustomers(users, end, (index) => ({ index, to: index % 4 === 0 ? 50 : end, weight: 4 }));

it('lets a customer rest for half a day', () => {
  const customers = feed(5_000);
  const random = new Random(1);
  const last = new Map<number, number>();
  let again = 0;
  for (let at = 0; at < 48 * hour; at += hour / 60) {
    const { index } = customers.draw(random, at);
    const before = last.get(index);
    again += before === undefined ? 0 : 1;
    expect(at - (before ?? -Infinity)).toBeGreaterThanOrEqual(12 * hour);
    last.set(index, at);
  }
  expect(again).toBeGreaterThan(100);
});

it('draws all active customers before one comes again, where the feed is too fast for a rest', () => {
  const customers = feed(40);
  const random = new Random(2);
  const drawn = Array.from({ length: 90 }, (_, second) => customers.draw(random, 1_000 * second).index);
  expect(new Set(drawn.slice(0, 30)).size).toBe(30);
  expect(drawn.some((index) => index % 4 === 0)).toBe(false);
  expect(drawn.slice(30, 60)).toEqual(drawn.slice(0, 30));
});

it('brings somebody back where all have left', () => {
  const gone = new LiveCustomers(3, end, () => ({ to: 0, weight: 1 }));
  expect(gone.draw(new Random(3), 0)).toEqual({ to: 0, weight: 1 });
});
