import type { Random } from '@spendscope/analytics';
import type { CommerceCustomer, CommerceTransaction } from '../columns';
import type { TimedRow } from '../emit';
import { drawName } from '../names';
import type { ShopProfile } from './profile';

const daySeconds = 86_400;

/**
 * The customer's line in customers.csv. Orders, cashback and days since the last order are counted from its own orders,
 * so that the two files agree.
 */
export function customerRow(
  profile: ShopProfile,
  orders: readonly TimedRow<CommerceTransaction>[],
  end: number,
  random: Random
): CommerceCustomer {
  const last = orders.reduce((latest, { at }) => Math.max(latest, at), profile.from);
  const lastMonth = orders.filter(({ at }) => at > end - 30 * daySeconds).length;
  const spent = orders.reduce((sum, { row }) => sum + Number(row.amount), 0);
  const joined = new Date((end - profile.behaviour.tenureMonths * 30.4 * daySeconds) * 1000);
  return {
    customer_id: profile.customerId,
    name: drawName(random),
    age: profile.age,
    sex: profile.sex,
    region: profile.home.region.name,
    marital_status: profile.maritalStatus,
    tenure_months: profile.behaviour.tenureMonths,
    login_device: profile.device,
    city_tier: profile.cityTier,
    warehouse_km: profile.behaviour.warehouseKm,
    payment: profile.payment,
    app_hours: profile.appHours,
    devices: profile.devices,
    preferred_category: profile.preferred,
    satisfaction: profile.behaviour.satisfaction,
    addresses: profile.addresses,
    complained: profile.behaviour.complained,
    order_growth_pct: profile.orderGrowth,
    coupons_used: profile.behaviour.couponsUsed,
    orders_last_month: lastMonth,
    days_since_order: Math.floor((end - last) / daySeconds),
    cashback: Math.round(spent * profile.behaviour.cashbackRate),
    churned: profile.cause !== undefined,
    joined_at: joined.toISOString().slice(0, 10),
  };
}
