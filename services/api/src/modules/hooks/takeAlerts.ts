import type { IntakeResult } from '@spendscope/contracts';
import { ApiError } from '../../http/apiError';
import { Recorder } from '../audit/Recorder';
import { createIntervention } from '../interventions/createIntervention';
import { type Acting, type InterventionParts, recordingFailure } from '../interventions/parts';
import type { ReviewStore, StoredReview } from './ReviewStore';
import type { IncomingAlert } from './incomingAlert';

/** Opens, repeats or closes a review item per alert, and acts where the policy's alert rules say so. */
export async function takeAlerts(
  parts: InterventionParts,
  reviews: ReviewStore,
  acting: Acting,
  alerts: readonly IncomingAlert[]
): Promise<IntakeResult> {
  const recorder = await Recorder.open(parts.audit, {
    ...acting,
    action: `alerts.${alerts[0]!.source}`,
    policyVersion: parts.policy.version,
  });
  await recorder.record({ stage: 'Received', result: `${alerts.length} alerts` });
  return recordingFailure(recorder, async () => {
    const ids: string[] = [];
    for (const alert of alerts) {
      const stored = await reviews.take(alert);
      ids.push(stored.id);
      await actByRule(parts, reviews, acting, alert, stored);
    }
    await recorder.record({ stage: 'Completed', result: `${ids.length} reviews` });
    return { reviews: ids };
  });
}

/** Only `require_extra_auth`, only for one customer, only for a time: the policy's form allows nothing else. */
async function actByRule(
  parts: InterventionParts,
  reviews: ReviewStore,
  acting: Acting,
  alert: IncomingAlert,
  { id, review }: StoredReview
): Promise<void> {
  const rule = parts.policy.alerts?.find(({ alertname }) => alertname === alert.alertname);
  if (!rule || !alert.firing || !alert.user || review.action_result !== undefined) {
    return;
  }
  const request = {
    action: rule.action,
    target: { type: 'account' as const, id: alert.user },
    reasonCode: 'policy' as const,
    durationSec: rule.durationSec,
  };
  const decision = { effect: 'allow' as const, policyVersion: parts.policy.version };
  try {
    const answer = await createIntervention(parts, acting, request, { seed: `review:${id}`, decision });
    const { intervention, alreadyActive } = answer.body as {
      intervention: { id: string; state: string };
      alreadyActive?: boolean;
    };
    const action_result = alreadyActive ? 'already_active' : intervention.state;
    await reviews.note(id, { intervention_id: intervention.id, action_result });
  } catch (error) {
    // What is refused is refused for good; what is away or too much now is tried again with the alert's next notification.
    if (!(error instanceof ApiError) || error.status >= 500 || error.status === 429) {
      throw error;
    }
    await reviews.note(id, { action_result: error.code });
  }
}
