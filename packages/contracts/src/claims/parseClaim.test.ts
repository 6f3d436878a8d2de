import Schema from 'typebox/schema';
import { Claim, ClaimCheck } from './claim';
import { ClaimTextError, parseClaim } from './parseClaim';

describe('parseClaim', () => {
  it.each([
    ['lower satisfaction -> churn', 'satisfaction', 'lowers', 'churned'],
    ['satisfaction -> less churn', 'satisfaction', 'lowers', 'churned'],
    ['fewer app hours → fewer orders', 'app_hours', 'raises', 'orders'],
    ['Complaints -> more churn', 'complained', 'raises', 'churned'],
    ['marital-status ~ churn', 'marital_status', 'related', 'churned'],
    ['order growth !~ churn', 'order_growth', 'unrelated', 'churned'],
    ['낮은 만족도 → 이탈', 'satisfaction', 'lowers', 'churned'],
  ])('%s', (text, factor, relation, outcome) => {
    const claim = parseClaim(text);
    expect(claim).toEqual({ factor: { field: factor }, relation, outcome: { field: outcome } });
    expect(Schema.Compile(Claim).Check(claim)).toBe(true);
  });

  it('keeps the value of a category as it is written', () => {
    expect(parseClaim('preferred category = Laptop & Accessory -> churn').factor).toEqual({
      field: 'preferred_category',
      value: 'Laptop & Accessory',
    });
  });

  it.each([
    ['satisfaction and churn', 'no arrow'],
    ['happiness -> churn', 'there is no field "happiness"'],
    ['constructor -> churn', 'there is no field "constructor"'],
    ['churn -> churned', 'on both sides'],
    ['satisfaction = 3 -> churn', 'satisfaction is a number'],
    ['device -> churn', 'device has no more or less'],
    ['churn ~ device', 'device has no more or less'],
    ['device = -> churn', 'needs a category and a value'],
  ])('refuses %s and says why', (text, message) => {
    expect(() => parseClaim(text)).toThrow(ClaimTextError);
    expect(() => parseClaim(text)).toThrow(message);
  });
});

it('the body takes texts and objects, and nothing else', () => {
  const body = Schema.Compile(ClaimCheck);
  expect(body.Check({ claims: ['a -> b', parseClaim('sex ~ churn')] })).toBe(true);
  expect(body.Check({ claims: [] })).toBe(false);
  expect(body.Check({ claims: ['a -> b'], sql: 'x' })).toBe(false);
  expect(body.Check({ claims: [{ factor: { field: 'secret' }, relation: 'raises', outcome: { field: 'churned' } }] })).toBe(false); // prettier-ignore
});
