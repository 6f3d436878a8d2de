import type { ModelMetadata } from '@spendscope/contracts';
import { detectorName } from '@spendscope/scoring';
import { ApiError } from '../../http/apiError';

const why =
  'The detectors judge a transaction against its customer’s own history, which a request does not carry: they score in "spendscope watch" and "spendscope analyze", not here.';

/** What is said of the detectors, which are models and do not answer requests. */
export const detectorMetadata: ModelMetadata = {
  name: detectorName,
  versions: [],
  platform: 'spendscope-detector',
  inputs: [],
  outputs: [],
  description: why,
};

/** @throws ApiError 501 of the detectors */
export function refuseDetectors(name: string): void {
  if (name === detectorName) {
    throw new ApiError(501, 'history_needed', why);
  }
}
