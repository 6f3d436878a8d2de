import { PolicyReport, type PolicySimulation, PolicyVerdicts } from '@spendscope/contracts';
import { callApi } from './callApi';

/** The policy in force, and what it would say. Each rejects with an ApiError. */
export const policyApi = {
  policy: (): Promise<PolicyReport> => callApi({ answer: PolicyReport, path: 'policy' }),
  simulate: (body: PolicySimulation): Promise<PolicyVerdicts> =>
    callApi({ answer: PolicyVerdicts, method: 'POST', path: 'simulations/policy', body }),
};
