import type { ActionName, InterventionRequest } from '@spendscope/contracts';
import { ApiError } from '../../http/apiError';
import type { InterventionParts } from './parts';

const listed = (actions: readonly ActionName[]): string => [...new Set(actions)].sort().join(', ');

/** Whether the target is as the caller read it; what is in force, where it is not. */
export async function stateDiffers(
  { states }: Pick<InterventionParts, 'states'>,
  { ifState, target }: Pick<InterventionRequest, 'ifState' | 'target'>
): Promise<string | undefined> {
  if (!ifState) {
    return undefined;
  }
  const inForce = listed((await states.get(target)).in_force);
  return inForce === listed(ifState) ? undefined : `In force on this ${target.type} now: ${inForce || 'nothing'}.`;
}

/**
 * Acts only on a target that is as the caller read it, looked at while its claim keeps the same action from it. Another
 * action that takes hold in the same instant is not seen.
 * @throws ApiError 412 `state_differs`; a claim is given back
 */
export async function requireState(
  parts: InterventionParts,
  request: InterventionRequest,
  { id, claimed }: { id: string; claimed: boolean }
): Promise<void> {
  // An earlier try of this very request passed, and may be what is in force now.
  if (!request.ifState || (claimed && (await parts.store.get(id)))) {
    return;
  }
  const differs = await stateDiffers(parts, request);
  if (differs) {
    await (claimed && parts.guards.free({ id, action: request.action, target: request.target }));
    throw new ApiError(412, 'state_differs', `${differs} Read the target again.`);
  }
}
