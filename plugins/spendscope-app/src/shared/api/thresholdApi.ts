import { ThresholdFindings, type ThresholdSimulation } from '@spendscope/contracts';
import { callApi } from './callApi';

/** What thresholds of the anomaly score would have meant. Rejects with an ApiError. */
export const thresholdApi = {
  lookBack: (body: ThresholdSimulation, signal?: AbortSignal): Promise<ThresholdFindings> =>
    callApi({ answer: ThresholdFindings, method: 'POST', path: 'simulations/thresholds', body, signal }),
};
