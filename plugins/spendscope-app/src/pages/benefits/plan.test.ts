import { CardDesign, cardProducts } from '@spendscope/contracts';
import Value from 'typebox/value';
import { emptyCard, faultOf, firstPlan, presetOf, segmentOf, targetFilter } from './plan';
import { readPlans } from './usePlans';

it('begins with the target segment and designs that the API takes', () => {
  expect(targetFilter).toBe('grade:("gold") AND age_band:("40s") AND region:("Seoul" OR "Gyeonggi") AND children:>=1');
  expect(segmentOf(firstPlan())).toEqual({ steps: [], filter: targetFilter });
  expect(segmentOf({ ...firstPlan(), filter: ' ' })).toEqual({ steps: [] });
  const designs = [...firstPlan().cards, emptyCard('New'), ...cardProducts.map(({ id }) => presetOf(id)!)];
  expect(designs.flatMap((design) => [...Value.Errors(CardDesign, design)])).toEqual([]);
});

it('takes a saved segment’s definition instead of the filter', () => {
  const saved = { steps: [], clusters: [3] };
  expect(segmentOf({ ...firstPlan(), savedId: 'x' }, saved)).toBe(saved);
});

it('names the card that cannot be worked out, and why', () => {
  const plan = firstPlan();
  const card = plan.cards[0]!;
  expect(faultOf(plan)).toBeUndefined();
  expect(faultOf({ ...plan, cards: [card, { ...card, name: ' ' }] })).toEqual({ card: 1, what: 'name' });
  expect(faultOf({ ...plan, cards: [card, card] })).toEqual({ card: 1, what: 'twice' });
  const blank = { ...card, benefits: [{ categoryLarge: ' ', rate: 0, monthlyCap: 0 }] };
  expect(faultOf({ ...plan, cards: [blank] })).toEqual({ card: 0, what: 'category' });
});

it('reads back what was saved and leaves out what is no plan', () => {
  const plan = { ...firstPlan(), name: 'Spring' };
  const broken = { ...plan, cards: [{ name: 'x' }] };
  expect(readPlans(JSON.stringify([plan, broken, 7]))).toEqual([plan]);
  expect(readPlans('{')).toEqual([]);
  expect(readPlans(null)).toEqual([]);
});
