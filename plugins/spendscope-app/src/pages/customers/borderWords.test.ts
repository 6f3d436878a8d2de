import { borderWords } from './borderWords';

const money = { unit: 'currencyKRW' };
const path = { year_spend: 9_000_000, quarter_spend: 2_000_000 };

describe('borderWords', () => {
  it.each([
    ['the border above, where it is nearer', { up_missing: 300_000, down_room: 970_000 }, '₩300K to VVIP'],
    ['the border below, where it is nearer', { up_missing: 3_000_000, down_room: 970_000 }, '₩970K above gold'],
    ['no border that is passed already', { up_missing: -1, down_room: 970_000 }, '₩970K above gold'],
  ])('tells %s', (_, distances, words) => {
    expect(borderWords({ ...path, up_to: 'VVIP', down_to: 'gold', ...distances }, money)).toBe(words);
  });

  it('says nothing where there is no border', () => {
    expect(borderWords(path, money)).toBeUndefined();
    expect(borderWords({ ...path, down_to: 'gold', down_room: -5 }, money)).toBeUndefined();
  });
});
