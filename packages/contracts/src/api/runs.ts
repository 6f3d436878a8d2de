import Type, { type Static } from 'typebox';
import { Run } from '../indices/operations';
import { Segment } from '../indices/segments';

/** Answer of `GET /v1/segments`: the clusters of the newest complete run; empty before the first. */
export const SegmentList = Type.Object({ runId: Type.Optional(Type.String()), segments: Type.Array(Segment) });
export type SegmentList = Static<typeof SegmentList>;

/** Answer of `GET /v1/runs`, newest first. */
export const RunList = Type.Object({ items: Type.Array(Run), total: Type.Integer() });
export type RunList = Static<typeof RunList>;
