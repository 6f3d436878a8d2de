import Type, { type Static } from 'typebox';
import { Review, reviewOutcomes, reviewStates } from '../indices/interventions';

const texts = Type.Record(Type.String({ maxLength: 200 }), Type.String({ maxLength: 4000 }));

/** One alert of Grafana's webhook; what else it sends is not read. */
export const GrafanaAlert = Type.Object({
  status: Type.Enum(['firing', 'resolved']),
  labels: texts,
  annotations: Type.Optional(texts),
  startsAt: Type.String({ format: 'date-time' }),
  fingerprint: Type.String({ minLength: 1, maxLength: 100 }),
});
export type GrafanaAlert = Static<typeof GrafanaAlert>;

/** Body of `POST /v1/hooks/grafana-alert`, as Grafana's webhook contact point sends it. */
export const GrafanaAlerts = Type.Object({ alerts: Type.Array(GrafanaAlert, { minItems: 1, maxItems: 1000 }) });
export type GrafanaAlerts = Static<typeof GrafanaAlerts>;

/** Body of `POST /v1/hooks/watcher`: deploy/watcher writes it from a watch's hits. */
export const WatcherAlert = Type.Object(
  {
    watchId: Type.String({ pattern: '^[A-Za-z0-9_-]{1,100}$' }),
    firedAt: Type.String({ format: 'date-time' }),
    title: Type.String({ minLength: 1, maxLength: 300 }),
    user: Type.Optional(Type.String({ pattern: '^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$' })),
    severity: Type.Optional(Type.String({ maxLength: 50 })),
  },
  { additionalProperties: false }
);
export type WatcherAlert = Static<typeof WatcherAlert>;

/** What became of the alerts: ids of the review items they opened, repeated or closed. */
export const IntakeResult = Type.Object({ reviews: Type.Array(Type.String()) });
export type IntakeResult = Static<typeof IntakeResult>;

/** Query of `GET /v1/reviews`; newest first. */
export const ReviewQuery = Type.Object(
  {
    status: Type.Optional(Type.Enum([...reviewStates])),
    target: Type.Optional(Type.String({ maxLength: 200 })),
    size: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
  },
  { additionalProperties: false }
);
export type ReviewQuery = Static<typeof ReviewQuery>;

export const ReviewEntry = Type.Object({ id: Type.String(), review: Review });
export type ReviewEntry = Static<typeof ReviewEntry>;
export const ReviewList = Type.Object({ items: Type.Array(ReviewEntry), total: Type.Integer() });
export type ReviewList = Static<typeof ReviewList>;

/** Body of `POST /v1/reviews/{id}`: what the person found; closes the item. */
export const ReviewVerdict = Type.Object(
  { outcome: Type.Enum([...reviewOutcomes]), comment: Type.Optional(Type.String({ maxLength: 1000 })) },
  { additionalProperties: false }
);
export type ReviewVerdict = Static<typeof ReviewVerdict>;
