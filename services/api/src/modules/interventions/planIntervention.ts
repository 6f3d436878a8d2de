import { type DryRunResult, type InterventionRequest, orgRoles, rightsOfRole } from '@spendscope/contracts';
import { type Decision, decide } from '../../policy/policy';
import { Recorder } from '../audit/Recorder';
import { checkRequest } from './checkRequest';
import { endOf } from './newIntervention';
import { type Acting, type InterventionParts, refuseReadonly } from './parts';

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
  const { actor, rights } = acting.caller;
  const allowed = decide(
    parts.policy,
    { ...actor, rights },
    { action: request.action, targetType: request.target.type, durationSec: checked.durationSec }
  );
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
  const [plan, holder] = await Promise.all([
    parts.connectorFor(mode, request.action).plan(request),
    parts.guards.holder(request.action, request.target),
  ]);
  const end = endOf(parts.now(), checked.durationSec).expires_at;
  return {
    allowed: decision.effect !== 'deny',
    ...(decision.missing ? { missing: decision.missing } : {}),
    needsApproval,
    approvers: needsApproval ? approverRoles : [],
    effects: plan.effects,
    conflicts: holder ? [`${holder.id} by ${holder.requested_by.login} is ${holder.state} already.`] : [],
    ...(end ? { wouldExpireAt: end } : {}),
    policyVersion: decision.policyVersion,
    mode,
  };
}
