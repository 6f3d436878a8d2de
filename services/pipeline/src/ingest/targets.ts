import { grades, sexes, transactionTypes } from '@spendscope/contracts';
import type { EntityName } from './mappingSchema';

export type TargetKind =
  'id' | 'customer' | 'text' | 'secret' | 'instant' | 'number' | 'integer' | 'boolean' | 'oneOf' | 'ip' | 'country';

/** What a field of a mapping must be. */
export interface Target {
  kind: TargetKind;
  /** the row is rejected where it is empty; the mapping must name it */
  required?: boolean;
  /** column of the store's table; absent for what only the identities index keeps */
  column: string;
  values?: readonly string[];
  min?: number;
  max?: number;
}

const target = (column: string, kind: TargetKind, more: Omit<Target, 'column' | 'kind'> = {}): Target => ({
  column,
  kind,
  ...more,
});
const number = (column: string, min: number, max: number): Target => target(column, 'number', { min, max });
const whole = (column: string, min: number, max: number): Target => target(column, 'integer', { min, max });

/** A thousand billion in any currency: above it a figure is a mistake of the file. */
export const largestAmount = 1e12;

const place = {
  ip: target('ip', 'ip'),
  lat: number('lat', -90, 90),
  lon: number('lon', -180, 180),
  country: target('country', 'country'),
};

/** Fields that a mapping may fill, by entity. */
export const targets: Record<EntityName, Record<string, Target>> = {
  transactions: {
    transaction_id: target('transaction_id', 'id', { required: true }),
    timestamp: target('ts', 'instant', { required: true }),
    user_id: target('customer', 'customer', { required: true }),
    amount: target('amount', 'number', { required: true, min: -largestAmount, max: largestAmount }),
    order_id: target('order_id', 'text'),
    currency: target('currency', 'text'),
    type: target('type', 'oneOf', { values: transactionTypes }),
    category_large: target('category_large', 'text'),
    category_mid: target('category_mid', 'text'),
    merchant: target('merchant', 'text'),
    channel: target('channel', 'text'),
    ...place,
  },
  customers: {
    user_id: target('customer', 'customer', { required: true }),
    name: target('name', 'secret'),
    card: target('card', 'secret'),
    age: whole('age', 0, 130),
    sex: target('sex', 'oneOf', { values: sexes }),
    region: target('region', 'text'),
    grade: target('grade', 'oneOf', { values: grades }),
    life_stage: target('life_stage', 'text'),
    children: whole('children', 0, 30),
    digital_member: target('digital_member', 'boolean'),
    card_product: target('card_product', 'text'),
    joined_at: target('joined_at', 'instant'),
    tenure_months: number('tenure_months', 0, 1_500),
    device: target('device', 'text'),
    city_tier: whole('city_tier', 0, 100),
    warehouse_distance: number('warehouse_distance', 0, 50_000),
    payment: target('payment', 'text'),
    app_hours: number('app_hours', 0, 1_000),
    devices: whole('devices', 0, 1_000),
    preferred_category: target('preferred_category', 'text'),
    satisfaction: whole('satisfaction', 0, 100),
    marital_status: target('marital_status', 'text'),
    addresses: whole('addresses', 0, 10_000),
    complained: target('complained', 'boolean'),
    order_growth: number('order_growth', -1_000_000, 1_000_000),
    coupons: number('coupons', 0, 1e9),
    orders: number('orders', 0, 1e9),
    days_since_order: number('days_since_order', 0, 100_000),
    cashback: number('cashback', 0, largestAmount),
    churned: target('churned', 'boolean'),
  },
  actions: {
    action_id: target('action_id', 'id', { required: true }),
    timestamp: target('ts', 'instant', { required: true }),
    user_id: target('customer', 'customer', { required: true }),
    action: target('action', 'text', { required: true }),
    device: target('device', 'text'),
    ...place,
  },
};
