import { ApiError } from '../http/apiError';
import type { Decision } from './policy';

/** The answer to whoever is denied, naming what is missing; undefined where they are not. */
export function denialOf({ effect, missing, policyVersion }: Decision): ApiError | undefined {
  if (effect !== 'deny') {
    return undefined;
  }
  return missing?.startsWith('policy:')
    ? new ApiError(403, 'policy_denied', `Policy ${policyVersion} does not allow you this act.`, { missing })
    : new ApiError(403, 'right_missing', `You need the right ${missing}. Ask an administrator.`, { missing });
}
