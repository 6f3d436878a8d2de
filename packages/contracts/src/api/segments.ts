import Type, { type Static } from 'typebox';
import { SegmentMigration } from '../indices/segmentation';
import { Segment } from '../indices/segments';
import { CustomerSelection } from '../selections/selection';

const strict = { additionalProperties: false } as const;
const runId = Type.String({ minLength: 1, maxLength: 200, pattern: '^[A-Za-z0-9._-]+$' });
const note = Type.String({ maxLength: 1_000 });

/** A segment counts as drifted where it holds so much more or less than when it was saved. */
export const driftLimit = 0.1;

/** Body of `POST /v1/segments/saved`. Its count is the service's own, as of the newest run. */
export const SavedSegmentRequest = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: 80, pattern: '^\\S(.*\\S)?$' }),
    note: Type.Optional(note),
    selection: CustomerSelection,
    runId: Type.Optional(Type.String({ ...runId, description: 'the run that the person saw' })),
  },
  strict
);
export type SavedSegmentRequest = Static<typeof SavedSegmentRequest>;

/** Body of `PUT /v1/segments/saved/{id}`: another note, or the count of today as the one to compare with. */
export const SavedSegmentChange = Type.Object(
  { note: Type.Optional(note), recount: Type.Optional(Type.Boolean()) },
  strict
);
export type SavedSegmentChange = Static<typeof SavedSegmentChange>;

const Count = Type.Object({ value: Type.Integer(), relation: Type.Enum(['eq', 'gte']) });

/** A saved segment, and what it holds now. */
export const SavedSegment = Type.Object({
  id: Type.String(),
  etag: Type.String({ description: 'for If-Match' }),
  name: Type.String(),
  note: Type.Optional(Type.String()),
  owner: Type.String({ description: 'login' }),
  kind: Type.Enum(['clusters', 'ranges', 'polygon', 'filter']),
  selection: CustomerSelection,
  runId: Type.String({ description: 'the run that it was counted in' }),
  frozenCount: Type.Integer(),
  createdAt: Type.String(),
  mayChange: Type.Boolean(),
  now: Type.Optional(
    Type.Object(
      {
        runId: Type.String(),
        count: Count,
        change: Type.Number({ description: 'of the frozen count: 0.1 is a tenth more' }),
      },
      { description: 'absent where the definition no longer fits the customers' }
    )
  ),
});
export type SavedSegment = Static<typeof SavedSegment>;

export const SavedSegmentList = Type.Object({ items: Type.Array(SavedSegment) });
export type SavedSegmentList = Static<typeof SavedSegmentList>;

/** Answer of `GET /v1/segments/runs`: runs whose segments are still kept, newest first. */
export const SegmentRunList = Type.Object({
  items: Type.Array(Type.Object({ runId: Type.String(), createdAt: Type.String(), clusters: Type.Integer() })),
});
export type SegmentRunList = Static<typeof SegmentRunList>;

export const SegmentComparisonQuery = Type.Object({ with: runId }, strict);

/** Answer of `GET /v1/segments/comparison`: the segments of an earlier run, and who moved where since. */
export const SegmentComparison = Type.Object({
  runId: Type.String(),
  with: Type.String(),
  segments: Type.Array(Segment, { description: 'of the earlier run; clusters keep their number from run to run' }),
  moves: Type.Optional(
    Type.Array(SegmentMigration, { description: 'absent where the earlier run is not the one just before' })
  ),
});
export type SegmentComparison = Static<typeof SegmentComparison>;
