import { ReviewList, ReviewQuery } from '@spendscope/contracts';
import type { ApiModule } from '../../http/module';
import { responses } from '../../http/responses';
import { ReviewStore } from './ReviewStore';

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
};
