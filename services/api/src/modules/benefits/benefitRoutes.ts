import { BenefitOutcome, BenefitSimulation, cardProducts, leastOfSimulation } from '@spendscope/contracts';
import { Cursors } from '../../elastic/Cursors';
import { ApiError } from '../../http/apiError';
import type { ApiModule } from '../../http/module';
import { responses } from '../../http/responses';
import { businessTimeZone } from '../customers/businessTimeZone';
import { newestRun } from '../customers/newestRun';
import { SelectedCustomers } from '../points/SelectedCustomers';
import { readSegmentSample } from './readSegmentSample';
import { simulateCard } from './simulateCard';

export const benefitRoutes: ApiModule = async (app, { services }) => {
  const { client, audit } = services;
  const selected = new SelectedCustomers(client, new Cursors(audit.keys.hashing, 'benefits'));

  app.post(
    '/v1/simulations/benefits',
    {
      config: { question: true },
      schema: {
        summary: 'What cards would be in a year for a segment’s customers and for the company; changes nothing',
        body: BenefitSimulation,
        response: responses({ 200: BenefitOutcome }),
      },
    },
    async ({ body: { segment, cards, assumptions } }) => {
      const run = await newestRun(client);
      if (!run) {
        throw new ApiError(404, 'no_run', 'There is no run yet. Run "spendscope analyze" first.');
      }
      const { value: customers } = await selected.count(segment);
      if (customers < leastOfSimulation) {
        throw new ApiError(422, 'segment_too_small', `The segment has ${customers} customers; ${leastOfSimulation} are the least that are simulated. Widen its filter.`); // prettier-ignore
      }
      const rewarded = [...cards, ...cardProducts].flatMap((card) =>
        card.benefits.map(({ categoryLarge }) => categoryLarge)
      );
      const { from, to, currency, ...sample } = await readSegmentSample(client, segment, {
        timeZone: await businessTimeZone(client),
        categories: [...new Set(rewarded)],
      });
      return {
        runId: run.runId,
        customers,
        sampled: sample.holds.length,
        ...{ from, to, currency },
        cards: cards.map((card) => simulateCard(card, { customers, ...sample }, assumptions, cardProducts)),
      };
    }
  );
};
