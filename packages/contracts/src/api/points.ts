import Type, { type Static } from 'typebox';
import { indices } from '../indices';
import { CustomerSelection } from '../selections/selection';

const c = indices.customers.fields;

/** Columns of a customer that the explorer can draw or compare by, as they are called in the customers' index. */
export const pointColumns: readonly string[] = [
  c.rfm.recency,
  c.rfm.frequency,
  c.rfm.monetary,
  c.pca.pca1,
  c.pca.pca2,
  c.churn_probability,
  c.anomalyScore,
  c.clv,
  c.age,
  c.features.transactions,
  c.features.amount_mean,
  c.features.categories,
  c.features.night_share,
  c.features.online_share,
];

/** Answer of `GET /v1/points`: how far the newest run is packed. Asking begins it. */
export const PointsState = Type.Object({
  runId: Type.Optional(Type.String({ description: 'absent before the first run' })),
  customers: Type.Integer(),
  packed: Type.Number({ description: '0 to 1' }),
  columns: Type.Array(Type.String(), { description: 'once ready: those that any customer has a value in' }),
});
export type PointsState = Static<typeof PointsState>;

/** Query of `GET /v1/points/{runId}/columns`; the answer is packed columns, with the clusters among them. */
export const PointsQuery = Type.Object(
  { names: Type.String({ maxLength: 2_000, pattern: '^[A-Za-z0-9_.,]+$', description: 'separated by commas' }) },
  { additionalProperties: false }
);

/** The column of bytes that `POST /v1/points/{runId}/matching` answers: 1 where the customer passes the filter. */
export const matchingColumn = 'matching';

/** Body of `POST /v1/points/{runId}/matching`. */
export const MatchingQuery = Type.Object(
  { filter: Type.String({ minLength: 1, maxLength: 8_000, description: 'Lucene, as the dashboard’s panels ask' }) },
  { additionalProperties: false }
);

/** Body of `POST /v1/points/customers`: the customers of a selection, by spend. */
export const SelectedCustomersQuery = Type.Object(
  {
    selection: CustomerSelection,
    cursor: Type.Optional(Type.String({ maxLength: 4_000 })),
    size: Type.Optional(Type.Integer({ minimum: 0, maximum: 200, default: 100 })),
  },
  { additionalProperties: false }
);
export type SelectedCustomersQuery = Static<typeof SelectedCustomersQuery>;

export const SelectedCustomer = Type.Object({
  token: Type.String(),
  cluster: Type.Optional(Type.Integer()),
  persona: Type.Optional(Type.String()),
  recency: Type.Optional(Type.Number()),
  frequency: Type.Optional(Type.Number()),
  monetary: Type.Optional(Type.Number()),
  churn: Type.Optional(Type.Number()),
  score: Type.Optional(Type.Number()),
});
export type SelectedCustomer = Static<typeof SelectedCustomer>;

export const SelectedCustomers = Type.Object({
  items: Type.Array(SelectedCustomer),
  total: Type.Object({
    value: Type.Integer(),
    relation: Type.Enum(['eq', 'gte'], { description: 'gte: there are at least so many' }),
  }),
  cursor: Type.Optional(Type.String({ description: 'ask again with it for the next page; good for two minutes' })),
});
export type SelectedCustomers = Static<typeof SelectedCustomers>;
