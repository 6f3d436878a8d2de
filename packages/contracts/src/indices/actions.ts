import type { Static } from 'typebox';
import { defineIndex } from '../defineIndex';
import { date, geoPoint, ip, keyword, object, optional } from '../elasticTypes';

export const Action = object({
  '@timestamp': date(),
  action_id: keyword(),
  user_id: keyword('token of the customer'),
  action: keyword('login, view, search, cart, api_call…'),
  device: optional(keyword()),
  ip: optional(ip('cut to /24 (IPv6: /48)')),
  geo: optional(geoPoint()),
  country: optional(keyword('ISO 3166-1 alpha-2')),
});
export type Action = Static<typeof Action>;

export const actions = defineIndex({
  name: 'spendscope-actions',
  layout: 'monthly',
  version: 1,
  description: 'One document is an event of a behaviour log.',
  grafanaReads: true,
  document: Action,
});
