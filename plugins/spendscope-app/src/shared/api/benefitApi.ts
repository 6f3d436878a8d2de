import { BenefitOutcome, type BenefitSimulation } from '@spendscope/contracts';
import { callApi } from './callApi';

/** What cards would be for a segment and for the company. Rejects with an ApiError. */
export const benefitApi = {
  simulate: (body: BenefitSimulation, signal?: AbortSignal): Promise<BenefitOutcome> =>
    callApi({ answer: BenefitOutcome, method: 'POST', path: 'simulations/benefits', body, signal }),
};
