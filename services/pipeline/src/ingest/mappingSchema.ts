import Type, { type Static } from 'typebox';

const closed = { additionalProperties: false };

/** Where a field's text comes from: a column's name, or one of the forms below. */
export const FieldSource = Type.Union([
  Type.String({ minLength: 1 }),
  Type.Object(
    {
      column: Type.String({ minLength: 1 }),
      /** replacements of whole values, e.g. `CC: Credit Card` */
      values: Type.Optional(Type.Record(Type.String(), Type.String())),
      /** strptime format of a time, where it is not ISO 8601 */
      format: Type.Optional(Type.String()),
    },
    closed
  ),
  Type.Object({ constant: Type.String() }, closed),
  /** two columns multiplied, e.g. quantity and unit price */
  Type.Object({ product: Type.Tuple([Type.String(), Type.String()]) }, closed),
  /** one of two constants by the sign of a column */
  Type.Object(
    { sign: Type.Object({ column: Type.String(), negative: Type.String(), otherwise: Type.String() }, closed) },
    closed
  ),
  /** a column's value with the row's number among the rows of the same value: for files without an id of their own */
  Type.Object({ numbered: Type.String() }, closed),
]);
export type FieldSource = Static<typeof FieldSource>;

export const entityNames = ['customers', 'transactions', 'actions'] as const;
export type EntityName = (typeof entityNames)[number];

const Entity = Type.Object({ fields: Type.Record(Type.String(), FieldSource) }, closed);

/** A mapping file: how the columns of somebody's files become Spendscope's fields. */
export const Mapping = Type.Object(
  {
    version: Type.Literal(1),
    /** name of the data's world; documents carry it */
    world: Type.String({ minLength: 1, pattern: '^[a-z0-9-]+$' }),
    /** IANA zone in which days and quarters are cut and times without an offset are read */
    timeZone: Type.String({ minLength: 1 }),
    /** ISO 4217 */
    currency: Type.String({ pattern: '^[A-Z]{3}$' }),
    /** codes of rejects that are known to be in such files: quarantined and counted, but not held against --max-rejects */
    tolerate: Type.Optional(Type.Array(Type.String())),
    customers: Type.Optional(Entity),
    transactions: Type.Optional(Entity),
    actions: Type.Optional(Entity),
  },
  closed
);
export type Mapping = Static<typeof Mapping>;
