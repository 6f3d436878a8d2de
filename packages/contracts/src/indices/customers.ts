import Type, { type Static } from 'typebox';
import { defineIndex } from '../defineIndex';
import { boolean, date, double, float, integer, keyword, list, object, optional, stored } from '../elasticTypes';
import { traits } from './traits';

/** Behaviour of an online shop's customer, as the commerce world and the churn preset know it. */
const shop = object({
  tenure_months: optional(float()),
  device: optional(keyword()),
  city_tier: optional(integer()),
  warehouse_distance: optional(float()),
  payment: optional(keyword()),
  app_hours: optional(float()),
  devices: optional(integer()),
  preferred_category: optional(keyword()),
  satisfaction: optional(integer('1 to 5')),
  marital_status: optional(keyword()),
  addresses: optional(integer()),
  complained: optional(boolean()),
  order_growth: optional(float('percent, against last year')),
  coupons: optional(float()),
  orders: optional(float()),
  days_since_order: optional(float()),
  cashback: optional(float()),
});

/** Computed from transactions and, over the log's last 30 days, from actions; absent where there are none. */
const features = object({
  transactions: optional(integer('rows of the customer, orders and all others')),
  amount_mean: optional(double('mean amount of an order’s row')),
  amount_max: optional(double('largest amount of an order’s row')),
  amount_std: optional(double('sample standard deviation of the amounts; absent with fewer than two')),
  amount_median: optional(double('own history: median amount')),
  amount_mad: optional(double('own history: median absolute deviation of the amounts from their median')),
  amount_mean_typical: optional(
    double('mean amount without own outliers: those more than 3.5 · 1.4826 · MAD off the median')
  ),
  amount_outlier_share: optional(float('share of the amounts that are own outliers, 0 to 1; 0 where the MAD is 0')),
  interval_mean_hours: optional(double('mean time between orders; absent with fewer than two')),
  interval_min_hours: optional(double('shortest time between orders')),
  interval_burstiness: optional(
    float('(sd − mean) ÷ (sd + mean) of the times between orders: -1 regular, 0 random, 1 in bursts')
  ),
  speed_max_kmh: optional(
    double('fastest way between two places of transactions in a row; ways below 5 km count as none')
  ),
  night_share: optional(float('share between 0 and 6 h in the business time zone')),
  weekend_share: optional(float('share on Saturday and Sunday in the business time zone')),
  online_share: optional(float('share through online, app, web or mobile, of those with a known channel')),
  merchants: optional(integer('distinct')),
  categories: optional(integer('distinct')),
  ips: optional(integer('distinct, after cutting')),
  countries: optional(integer('distinct')),
  actions_30d: optional(integer('actions in the log’s last 30 days, days of the business time zone')),
  action_login_share: optional(float('share of those actions that are logins')),
  action_login_failed_share: optional(float('share that are failed logins')),
  action_search_share: optional(float('share that are searches')),
  action_view_share: optional(float('share that are views')),
  action_wishlist_share: optional(float('share that put something on a wishlist')),
  action_cart_share: optional(float('share that put something into the cart')),
  action_checkout_share: optional(float('share that are checkouts')),
  action_complaint_share: optional(float('share that are complaints')),
  action_api_call_share: optional(float('share that are calls of an API')),
});

const rfm = object({
  recency: double('days since the last order at the snapshot date'),
  frequency: double('distinct orders'),
  monetary: double('net of returns'),
  /** log10(1 + x): Elasticsearch histograms are linear only, so log axes need log fields. */
  log_recency: double(),
  log_frequency: double(),
  log_monetary: double(),
  /** Grafana cuts the keys of all but the innermost histogram to whole numbers, so cells need whole fields. */
  log100_recency: integer('100 · log10(1 + recency), rounded'),
  log100_frequency: integer('100 · log10(1 + frequency), rounded'),
  log100_monetary: integer('100 · log10(1 + monetary), rounded'),
  recency_score: integer('1 to 5, 5 is most recent'),
  frequency_score: integer('1 to 5'),
  monetary_score: integer('1 to 5'),
  score: keyword('the three scores, e.g. 545'),
  segment: keyword('named RFM segment'),
  version: optional(keyword('of the cut points; the run holds them')),
});

/** Where a customer stands on the plane in which customers differ most; see `analyze`. */
const pca = object({
  pca1: double('first principal component of the z-scores that segments are found by'),
  pca2: double('second principal component'),
});

const ownMean = object({
  transaction_id: keyword('the transaction that stands out most'),
  timestamp: date(),
  distance: float('size of robust_z, by which customers are put in order'),
  robust_z: float('(amount − median) / (1.4826 · MAD) of the customer’s own history'),
  direction: keyword('above or below'),
  category_large: optional(keyword()),
  amount: double(),
  usual: double('the customer’s own median'),
});

/** Where a customer stands between the borders of grades that `spendscope-insights` found (grade_borders). */
const gradePath = object({
  year_spend: double('net of refunds, in the 365 days before the snapshot date'),
  quarter_spend: double('in the last 90 of them'),
  up_to: optional(keyword('next grade; absent for the highest')),
  up_missing: optional(double('spend that is missing to its border; negative where the border is passed')),
  up_distance: optional(double('that ÷ the border')),
  up_probability: optional(
    float('to reach the border within 90 days; learnt from who did so in the last 90; absent in short histories')
  ),
  down_to: optional(keyword('grade below; absent for the lowest')),
  down_room: optional(double('spend above the own border; negative where it is no longer reached')),
  down_distance: optional(double('that ÷ the border')),
});

/** Why a model says that a customer leaves. */
const ReasonDetails = Type.Object({
  base: Type.Number({ description: 'log-odds of a customer of whom nothing is known' }),
  parts: Type.Array(
    Type.Object({
      column: Type.String(),
      value: Type.Optional(Type.Union([Type.Number(), Type.String()], { description: 'absent where it is not known' })),
      contribution: Type.Number({ description: 'to the log-odds, above 0' }),
    }),
    { description: 'of churn_reasons, in their order' }
  ),
  rest: Type.Number({ description: 'what all other columns did together' }),
});

export const Customer = object({
  user_id: keyword('token'),
  run_id: keyword(),
  as_of: date('snapshot date: the last transaction’s day + 1'),
  created_at: date('when the run published it: the time field that dashboards read customers by'),
  world: keyword('preset that the data came through'),
  ...traits,
  joined_at: optional(date()),
  shop: optional(shop),
  features: optional(features),
  rfm: optional(rfm),
  pca: optional(pca),
  top_category: optional(keyword()),
  cluster: optional(integer('the segment’s number')),
  persona: optional(keyword('name of the cluster’s persona')),
  churned: optional(boolean('observed label, where the data has one')),
  churn_probability: optional(float()),
  churn_basis: optional(keyword('label, inactivity or model: where the probability comes from')),
  churn_reasons: optional(list(keyword())),
  churn_reason_details: optional(
    stored(ReasonDetails, 'base + contributions + rest = log-odds of churn_probability, where a model tells it')
  ),
  clv: optional(
    double(
      'orders expected in the next 12 months × their amount (BG/NBD, Gamma-Gamma), discounted by 1 % a month; before refunds and wins'
    )
  ),
  anomalyScore: optional(float('highest score of the customer’s transactions in the run')),
  own_mean: optional(ownMean),
  grade_path: optional(gradePath),
});
export type Customer = Static<typeof Customer>;

export const customers = defineIndex({
  name: 'spendscope-customers',
  layout: 'run',
  version: 5,
  description: 'One document is a customer, as of a run.',
  grafanaReads: true,
  document: Customer,
});
