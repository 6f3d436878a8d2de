import { RegistryError, type RegistryFault } from '@spendscope/registry';
import { ApiError, unavailable } from '../../http/apiError';

const statuses: Record<RegistryFault, number> = {
  model_unknown: 404,
  model_tampered: 409,
  history_tampered: 409,
  live_changed: 409,
  not_promotable: 409,
  nothing_before: 409,
};

/** Asks the registry. @throws ApiError 404 or 409 with the registry's own code, 503 where its store is away */
export async function overRegistry<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof RegistryError) {
      throw new ApiError(statuses[error.code], error.code, error.message, { cause: error });
    }
    throw error instanceof ApiError
      ? error
      : unavailable('registry_unavailable', 'The model registry does not answer. Try again in a moment.', error);
  }
}
