import Type, { type Static } from 'typebox';

export const Estimate = Type.Object({
  value: Type.Number(),
  low: Type.Number({ description: '95 % interval' }),
  high: Type.Number(),
});
export type Estimate = Static<typeof Estimate>;
