import { t } from '../i18n/t';

/** What a value of a column is: it decides how it is written. */
export type ChurnValueKind = 'money' | 'share' | 'number' | 'name' | 'flag';

interface ChurnColumn {
  label: string;
  kind: ChurnValueKind;
}

/** Columns that a model of churn learns from, in words; see docs/features.md for what each one is. */
export const churnColumns = (): Record<string, ChurnColumn> => ({
  age: { label: t('churn.column.age', 'Age'), kind: 'number' },
  children: { label: t('churn.column.children', 'School-age children'), kind: 'number' },
  tenure_months: { label: t('churn.column.tenure_months', 'Months as a customer'), kind: 'number' },
  city_tier: { label: t('churn.column.city_tier', 'City tier'), kind: 'number' },
  warehouse_distance: { label: t('churn.column.warehouse_distance', 'Distance to the warehouse'), kind: 'number' },
  app_hours: { label: t('churn.column.app_hours', 'Hours in the app'), kind: 'number' },
  devices: { label: t('churn.column.devices', 'Devices'), kind: 'number' },
  satisfaction: { label: t('churn.column.satisfaction', 'Satisfaction, 1 to 5'), kind: 'number' },
  addresses: { label: t('churn.column.addresses', 'Addresses'), kind: 'number' },
  complained: { label: t('churn.column.complained', 'Complained'), kind: 'flag' },
  order_growth: { label: t('churn.column.order_growth', 'Growth of orders in percent'), kind: 'number' },
  coupons: { label: t('churn.column.coupons', 'Coupons used'), kind: 'number' },
  orders: { label: t('churn.column.orders', 'Orders'), kind: 'number' },
  days_since_order: { label: t('churn.column.days_since_order', 'Days since the last order'), kind: 'number' },
  cashback: { label: t('churn.column.cashback', 'Cashback'), kind: 'money' },
  digital_member: { label: t('churn.column.digital_member', 'Digital member'), kind: 'flag' },
  grade: { label: t('churn.column.grade', 'Grade'), kind: 'name' },
  sex: { label: t('churn.column.sex', 'Sex'), kind: 'name' },
  region: { label: t('churn.column.region', 'Region'), kind: 'name' },
  life_stage: { label: t('churn.column.life_stage', 'Life stage'), kind: 'name' },
  card_product: { label: t('churn.column.card_product', 'Card product'), kind: 'name' },
  device: { label: t('churn.column.device', 'Device'), kind: 'name' },
  payment: { label: t('churn.column.payment', 'Way of paying'), kind: 'name' },
  preferred_category: { label: t('churn.column.preferred_category', 'Favourite category'), kind: 'name' },
  marital_status: { label: t('churn.column.marital_status', 'Marital status'), kind: 'name' },
  transactions: { label: t('churn.column.transactions', 'Transactions'), kind: 'number' },
  amount_mean: { label: t('churn.column.amount_mean', 'Mean amount'), kind: 'money' },
  amount_max: { label: t('churn.column.amount_max', 'Largest amount'), kind: 'money' },
  amount_std: { label: t('churn.column.amount_std', 'Spread of amounts'), kind: 'money' },
  amount_median: { label: t('churn.column.amount_median', 'Median amount'), kind: 'money' },
  amount_mad: { label: t('churn.column.amount_mad', 'Usual deviation of amounts'), kind: 'money' },
  amount_mean_typical: { label: t('churn.column.amount_mean_typical', 'Mean amount without outliers'), kind: 'money' },
  amount_outlier_share: { label: t('churn.column.amount_outlier_share', 'Share of outlying amounts'), kind: 'share' },
  interval_mean_hours: { label: t('churn.column.interval_mean_hours', 'Mean hours between orders'), kind: 'number' },
  interval_min_hours: { label: t('churn.column.interval_min_hours', 'Fewest hours between orders'), kind: 'number' },
  interval_burstiness: { label: t('churn.column.interval_burstiness', 'Orders in bursts, −1 to 1'), kind: 'number' },
  speed_max_kmh: { label: t('churn.column.speed_max_kmh', 'Fastest way in km/h'), kind: 'number' },
  night_share: { label: t('churn.column.night_share', 'Share at night'), kind: 'share' },
  weekend_share: { label: t('churn.column.weekend_share', 'Share at weekends'), kind: 'share' },
  online_share: { label: t('churn.column.online_share', 'Share online'), kind: 'share' },
  merchants: { label: t('churn.column.merchants', 'Shops'), kind: 'number' },
  categories: { label: t('churn.column.categories', 'Categories'), kind: 'number' },
  ips: { label: t('churn.column.ips', 'Networks'), kind: 'number' },
  countries: { label: t('churn.column.countries', 'Countries'), kind: 'number' },
  recency: { label: t('churn.column.recency', 'Days since the last order'), kind: 'number' },
  frequency: { label: t('churn.column.frequency', 'Orders'), kind: 'number' },
  monetary: { label: t('churn.column.monetary', 'Net spend'), kind: 'money' },
});
