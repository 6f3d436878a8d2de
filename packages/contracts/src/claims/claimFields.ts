/**
 * What a belief about customers may be about. `yesno` is true or false, `number` has an order and a mean, `category` has
 * neither; one value of a category ("device = Phone") is a yesno again.
 */
export const claimFields = {
  churned: 'yesno',
  inactive: 'yesno',
  complained: 'yesno',
  digital_member: 'yesno',
  satisfaction: 'number',
  tenure_months: 'number',
  city_tier: 'number',
  warehouse_distance: 'number',
  app_hours: 'number',
  devices: 'number',
  addresses: 'number',
  order_growth: 'number',
  coupons: 'number',
  orders: 'number',
  days_since_order: 'number',
  cashback: 'number',
  age: 'number',
  children: 'number',
  recency: 'number',
  frequency: 'number',
  monetary: 'number',
  amount_mean: 'number',
  night_share: 'number',
  weekend_share: 'number',
  online_share: 'number',
  merchants: 'number',
  categories: 'number',
  countries: 'number',
  preferred_category: 'category',
  device: 'category',
  payment: 'category',
  marital_status: 'category',
  sex: 'category',
  grade: 'category',
  region: 'category',
  life_stage: 'category',
  card_product: 'category',
} as const satisfies Record<string, 'yesno' | 'number' | 'category'>;

export type ClaimField = keyof typeof claimFields;
export const claimFieldNames = Object.keys(claimFields) as ClaimField[];
