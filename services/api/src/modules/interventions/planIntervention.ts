import { type DryRunResult, type InterventionRequest, orgRoles, rightsOfRole } from '@spendscope/contracts';
import type { Decision } from '../../policy/policy';
import { Recorder } from '../audit/Recorder';
import { actOf, checkRequest } from './checkRequest';
import { endOf } from './newIntervention';
import { type Acting, type InterventionParts, decisionOf, refuseReadonly } from './parts';
import { stateDiffers } from './requireState';

/** Whoever has the right, but never who asked. */
const approverRoles = orgRoles.filter((role) => rightsOfRole[role].includes('interventions:approve'));

/** Everything that a create would check, and nothing of what it would do. Recorded as a dry run. */
export async function planIntervention(
  parts: InterventionParts,
  acting: Acting,
  request: InterventionRequest
): Promise<DryRunResult> {
  const checked = checkRequest(request);
  const { mode } = parts;
  refuseReadonly(mode);
  const allowed = decisionOf(parts, acting, actOf(checked));
  const braked = allowed.effect === 'allow' && (await parts.wouldBrake(request.action));
  const decision: Decision = braked ? { ...allowed, effect: 'needs_approval' } : allowed;
  const needsApproval = decision.effect === 'needs_approval';
  const recorder = await Recorder.open(parts.audit, {
    ...acting,
    action: request.action,
    policyVersion: decision.policyVersion,
    target: request.target,
    reasonCode: request.reasonCode,
  });
  await recorder.record({ stage: 'Completed', result: `dry_run_${decision.effect}` });
  const [plan, holder, differs] = await Promise.all([
    parts.connectorFor(mode, request.action).plan(request),
    parts.guards.holder(request.action, request.target),
    stateDiffers(parts, request),
  ]);
  const end = endOf(parts.now(), checked.durationSec).expires_at;
  return {
    allowed: decision.effect !== 'deny',
    ...(decision.missing ? { missing: decision.missing } : {}),
    needsApproval,
    approvers: needsApproval ? approverRoles : [],
    effects: plan.effects,
    conflicts: [
      ...(holder ? [`${holder.id} by ${holder.requested_by.login} is ${holder.state} already.`] : []),
      ...(differs ? [differs] : []),
    ],
    ...(end ? { wouldExpireAt: end } : {}),
    policyVersion: decision.policyVersion,
    mode,
  };
}
