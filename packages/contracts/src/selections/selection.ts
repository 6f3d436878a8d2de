import Type, { type Static } from 'typebox';
import { axisScales } from './scale';
import { selectionOperations } from './steps';

// A tuple’s schema is written as JSON Schema had it before 2020-12, which OpenAPI 3.1 refuses.
const Corner = Type.Unsafe<[x: number, y: number]>(Type.Array(Type.Number(), { minItems: 2, maxItems: 2 }));

const strict = { additionalProperties: false } as const;
const mostSteps = 50;
const mostCorners = 2_000;

/** A column of the customers' index and how its axis places values. */
export const SelectionAxis = Type.Object(
  { field: Type.String({ pattern: '^[A-Za-z][A-Za-z0-9_.]{0,99}$' }), scale: Type.Enum([...axisScales]) },
  strict
);
export type SelectionAxis = Static<typeof SelectionAxis>;

const SelectionBox = Type.Object(
  { xMin: Type.Number(), xMax: Type.Number(), yMin: Type.Number(), yMax: Type.Number() },
  strict
);

export const SelectionShape = Type.Union([
  Type.Object({ kind: Type.Literal('box'), box: SelectionBox }, strict),
  Type.Object(
    {
      kind: Type.Literal('lasso'),
      points: Type.Array(Corner, { minItems: 3, maxItems: mostCorners }),
    },
    strict
  ),
]);

/** Which customers somebody means: what was drawn on two axes, cut down to clusters, within a dashboard's filter. */
export const CustomerSelection = Type.Object(
  {
    axes: Type.Optional(Type.Object({ x: SelectionAxis, y: SelectionAxis }, strict)),
    steps: Type.Array(Type.Object({ operation: Type.Enum([...selectionOperations]), shape: SelectionShape }, strict), {
      maxItems: mostSteps,
      description: 'in the order in which they were drawn; needs axes',
    }),
    clusters: Type.Optional(
      Type.Array(Type.Integer({ minimum: 0, maximum: 1_000 }), { minItems: 1, maxItems: 100, uniqueItems: true })
    ),
    filter: Type.Optional(Type.String({ maxLength: 8_000, description: 'Lucene, as the dashboard’s panels ask' })),
  },
  strict
);
export type CustomerSelection = Static<typeof CustomerSelection>;
