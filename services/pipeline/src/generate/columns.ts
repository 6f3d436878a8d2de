/**
 * The columns that each generated file has, in order: the single source for the writers here and for the ingest presets
 * `card`, `play` and `commerce`. Times are ISO 8601 in UTC, amounts whole units of the currency; what goes
 * to the customer (refund, win, withdrawal) is negative. An empty field means "not known".
 */
export const columns = {
  card: {
    transactions: [
      'transaction_id',
      'timestamp',
      'customer_id',
      'amount',
      'currency',
      'type',
      'category_large',
      'category_mid',
      'merchant',
      'channel',
      'card_product',
      'ip',
      'lat',
      'lon',
      'country',
      'city',
    ],
    customers: [
      'customer_id',
      'name',
      'age',
      'sex',
      'region',
      'grade',
      'life_stage',
      'children',
      'digital_member',
      'card_product',
      'annual_fee',
      'joined_at',
      'card_number',
    ],
    actions: ['action_id', 'timestamp', 'customer_id', 'action', 'device', 'ip', 'lat', 'lon', 'country'],
  },
  play: {
    transactions: [
      'transaction_id',
      'timestamp',
      'player_id',
      'amount',
      'currency',
      'type',
      'game',
      'table',
      'client',
      'ip',
      'lat',
      'lon',
      'country',
    ],
    customers: ['player_id', 'name', 'age', 'sex', 'region', 'tier', 'joined_at', 'wallet_number'],
    actions: ['action_id', 'timestamp', 'player_id', 'action', 'client', 'ip', 'lat', 'lon', 'country'],
  },
  commerce: {
    transactions: [
      'order_id',
      'ordered_at',
      'customer_id',
      'amount',
      'currency',
      'type',
      'department',
      'category',
      'brand',
      'payment',
      'device',
      'ip',
      'lat',
      'lon',
      'country',
    ],
    customers: [
      'customer_id',
      'name',
      'age',
      'sex',
      'region',
      'marital_status',
      'tenure_months',
      'login_device',
      'city_tier',
      'warehouse_km',
      'payment',
      'app_hours',
      'devices',
      'preferred_category',
      'satisfaction',
      'addresses',
      'complained',
      'order_growth_pct',
      'coupons_used',
      'orders_last_month',
      'days_since_order',
      'cashback',
      'churned',
      'joined_at',
    ],
    actions: ['event_id', 'event_at', 'customer_id', 'event', 'device', 'ip', 'lat', 'lon', 'country'],
  },
} as const;

/**
 * truth.csv, the same in all worlds. `label` is
 * - `profile`: one line per customer; `kind` is the lifecycle (card, commerce) or the style (play) it was made from;
 * - `churn`: a customer that left; `kind` is the cause, `since` the last ordinary transaction;
 * - `anomaly`: a transaction that an incident made; `kind` is the incident's kind, `incident` joins its transactions.
 */
export const truthColumns = ['label', 'customer_id', 'transaction_id', 'kind', 'incident', 'since'] as const;

export type WorldName = keyof typeof columns;
export type FileName = 'transactions' | 'customers' | 'actions' | 'truth';
export type Field = string | number | boolean;

type RowOf<C extends readonly string[]> = { [K in C[number]]: Field };
export type CardTransaction = RowOf<typeof columns.card.transactions>;
export type CardCustomer = RowOf<typeof columns.card.customers>;
export type PlayTransaction = RowOf<typeof columns.play.transactions>;
export type PlayCustomer = RowOf<typeof columns.play.customers>;
export type CommerceTransaction = RowOf<typeof columns.commerce.transactions>;
export type CommerceCustomer = RowOf<typeof columns.commerce.customers>;
export type TruthRow = RowOf<typeof truthColumns>;
export type Row = Record<string, Field>;

export const incidentKinds = ['account_takeover', 'card_testing', 'velocity', 'far_apart', 'sudden_spike'] as const;
export type IncidentKind = (typeof incidentKinds)[number];
