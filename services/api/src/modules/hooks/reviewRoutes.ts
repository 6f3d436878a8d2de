import { ReviewEntry, ReviewList, ReviewQuery, ReviewVerdict } from '@spendscope/contracts';
import { effectSchema } from '../../http/effectSchema';
import type { ApiModule } from '../../http/module';
import { IdParams } from '../../http/params';
import { responses } from '../../http/responses';
import { idempotent } from '../../idempotency/idempotent';
import { actingOf } from '../../identity/acting';
import { ReviewStore } from './ReviewStore';
import { closeReview } from './closeReview';

export const reviewRoutes: ApiModule = async (app, { services }) => {
  const reviews = new ReviewStore(services.client, services.now);

  app.get(
    '/v1/reviews',
    {
      schema: {
        summary: 'What alerts opened for a person, newest first',
        querystring: ReviewQuery,
        response: responses({ 200: ReviewList }),
      },
    },
    async ({ query }) => reviews.list(query)
  );

  app.post(
    '/v1/reviews/:id',
    {
      schema: {
        ...effectSchema('Close what an alert opened, with what was found', ReviewVerdict, { 200: ReviewEntry }),
        params: IdParams,
      },
    },
    async (request, reply) =>
      idempotent(services.idempotency, request, reply, () =>
        closeReview(services.interventions, reviews, actingOf(request), { ...request.body, id: request.params.id })
      ) as never
  );
};
