/** What a shop customer is like, as far as leaving depends on it. */
export interface Behaviour {
  tenureMonths: number;
  warehouseKm: number;
  satisfaction: number;
  complained: boolean;
  couponsUsed: number;
  cashbackRate: number;
}

/**
 * The planted causes of leaving: each adds its own risk, alone. Satisfaction is left out on purpose: in this world, as
 * in real tables of this kind, what people say and what they do are two things, and a test of that belief must say so.
 */
const causes: readonly { cause: string; risk: (who: Behaviour) => number }[] = [
  { cause: 'complaint_unsolved', risk: ({ complained }) => (complained ? 0.24 : 0) },
  { cause: 'never_settled_in', risk: ({ tenureMonths }) => (tenureMonths < 2 ? 0.34 : tenureMonths < 6 ? 0.1 : 0.01) },
  { cause: 'slow_delivery', risk: ({ warehouseKm }) => (warehouseKm > 25 ? 0.12 : warehouseKm > 18 ? 0.04 : 0) },
  { cause: 'little_cashback', risk: ({ cashbackRate }) => (cashbackRate < 0.012 ? 0.08 : 0) },
  { cause: 'came_for_coupons', risk: ({ couponsUsed }) => (couponsUsed >= 8 ? 0.15 : 0) },
];

/** The first cause that strikes, by one uniform draw each; none for those who stay. */
export function churnCause(who: Behaviour, draw: () => number): string | undefined {
  // Every cause draws, so that the stream of numbers does not depend on the outcome.
  const struck = causes.filter(({ risk }) => draw() < risk(who));
  return struck[0]?.cause;
}
