import type { ActionDefinition, InterventionRequest } from '@spendscope/contracts';
import { ApiError } from '../../http/apiError';
import type { Act } from '../../policy/policy';
import { actionRegistry } from '../actions/actionRegistry';

/** A request that passed: its action's definition, and its time in seconds (absent: until released). */
export interface CheckedRequest {
  request: InterventionRequest;
  definition: ActionDefinition;
  durationSec?: number;
}

/**
 * Holds a request to its action's definition.
 * @throws ApiError 422 with the sentence that says what the action allows.
 */
export function checkRequest(request: InterventionRequest): CheckedRequest {
  const definition = actionRegistry[request.action];
  if (!definition.targetTypes.includes(request.target.type)) {
    throw refused(
      'target_not_supported',
      `${request.action} is for a target of type ${definition.targetTypes.join(', ')}.`
    );
  }
  requireWellFormed('comment', request.comment);
  if (request.permanent) {
    if (request.durationSec !== undefined) {
      throw refused('duration_ambiguous', 'Send either durationSec or permanent, not both.');
    }
    if (!definition.permanentAllowed) {
      throw refused('duration_not_allowed', `${request.action} needs an end: send durationSec.`);
    }
    return { request, definition };
  }
  const durationSec = request.durationSec ?? definition.defaultDurationSec;
  if (durationSec > definition.maxDurationSec) {
    throw refused('duration_not_allowed', `${request.action} lasts at most ${definition.maxDurationSec} seconds.`);
  }
  return { request, definition, durationSec };
}

/** As the policy judges it. */
export const actOf = ({ request, durationSec }: CheckedRequest): Act => ({
  act: 'request',
  action: request.action,
  targetType: request.target.type,
  durationSec,
});

/** Half a surrogate pair is no text: it cannot be stored and read back as it came. */
export function requireWellFormed(name: string, text: string | undefined): void {
  // Node 20 has isWellFormed; TypeScript's ES2023 library does not know it yet.
  if (text !== undefined && !(text as string & { isWellFormed(): boolean }).isWellFormed()) {
    throw refused('text_not_well_formed', `The ${name} holds a broken character. Type it again.`);
  }
}

const refused = (code: string, message: string): ApiError => new ApiError(422, code, message);
