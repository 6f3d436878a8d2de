import type { Static } from 'typebox';
import { defineIndex } from '../defineIndex';
import { boolean, date, double, geoPoint, ip, keyword, object, oneOf, optional } from '../elasticTypes';
import { traits } from './traits';

export const transactionTypes = [
  'purchase',
  'refund',
  'cash_advance',
  'transfer',
  'bet',
  'win',
  'deposit',
  'withdrawal',
] as const;

export const Transaction = object({
  '@timestamp': date('when it happened'),
  transaction_id: keyword(),
  order_id: optional(keyword('order that a line belongs to, where one order has several transactions')),
  user_id: keyword('token of the customer'),
  amount: double('in the currency; a refund is negative'),
  currency: keyword('ISO 4217'),
  type: oneOf(transactionTypes),
  category_large: optional(keyword()),
  category_mid: optional(keyword()),
  merchant: optional(keyword()),
  channel: optional(keyword('online, offline, app')),
  ip: optional(ip('cut to /24 (IPv6: /48)')),
  geo: optional(geoPoint()),
  country: optional(keyword('ISO 3166-1 alpha-2')),
  /** Elasticsearch cuts time into quarters, but names none: filters and comparisons of years need names. */
  year: optional(keyword('of the business time zone, e.g. 2026')),
  quarter_of_year: optional(keyword('Q1 to Q4')),
  quarter: optional(keyword('e.g. 2026 Q3')),
  own_outlier: optional(
    boolean(
      'an order more than 3.5 · 1.4826 · MAD off its customer’s median, as far as known when it was stored; else absent'
    )
  ),
  ...traits,
});
export type Transaction = Static<typeof Transaction>;

export const transactions = defineIndex({
  name: 'spendscope-transactions',
  layout: 'monthly',
  version: 2,
  description: 'One document is a transaction, with its customer’s traits copied in.',
  grafanaReads: true,
  document: Transaction,
});
