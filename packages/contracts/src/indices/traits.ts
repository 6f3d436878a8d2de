import { boolean, integer, keyword, oneOf, optional } from '../elasticTypes';

export const grades = ['VVIP', 'VIP', 'gold', 'general'] as const;
export const sexes = ['female', 'male'] as const;

/** A customer's traits, copied into each transaction so that spend can be cut by them without a join. */
export const traits = {
  grade: optional(oneOf(grades)),
  age: optional(integer('years')),
  age_band: optional(keyword('decade, e.g. 40s; 70+ is the last')),
  sex: optional(oneOf(sexes)),
  region: optional(keyword('province or metropolitan city')),
  life_stage: optional(keyword()),
  children: optional(integer('school-age children')),
  digital_member: optional(boolean('member of the digital channel')),
  card_product: optional(keyword()),
};
