import type { ActionDefinition, ActionName, InterventionRequest, ReasonCode, Target } from '@spendscope/contracts';
import type { AnomalyRow } from '../anomalies/anomalyRow';

/** What the dialog's form holds. */
export interface InterventionForm {
  reasonCode?: ReasonCode;
  comment: string;
  ticket: string;
  /** Seconds; undefined: until released. */
  durationSec?: number;
}

/** Fewest characters of the comment that explains `other`. */
export const leastComment = 10;

export const initialForm = (definition: ActionDefinition): InterventionForm => ({
  comment: '',
  ticket: '',
  durationSec: definition.defaultDurationSec,
});

export type FormFault = 'reason' | 'comment';

/** What still keeps the form from being sent. */
export function formFaults({ reasonCode, comment }: InterventionForm): FormFault[] {
  if (!reasonCode) {
    return ['reason'];
  }
  return reasonCode === 'other' && comment.trim().length < leastComment ? ['comment'] : [];
}

/** What a person decided on: the anomaly that speaks for it, and what they saw in force on the target. */
export interface DecidedOn {
  row?: AnomalyRow;
  inForce: readonly ActionName[];
}

/** The body of the request; `other` stands in while the form has no reason yet, for the dry run only. */
export function requestOf(
  definition: ActionDefinition,
  target: Target,
  form: InterventionForm,
  on?: DecidedOn
): InterventionRequest {
  const comment = form.comment.trim();
  const ticket = form.ticket.trim();
  const row = on?.row;
  return {
    action: definition.name,
    target: { type: target.type, id: target.id },
    reasonCode: form.reasonCode ?? 'other',
    ...(comment ? { comment } : {}),
    ...(ticket ? { ticket } : {}),
    ...(form.durationSec === undefined ? { permanent: true } : { durationSec: form.durationSec }),
    ...(row ? { evidence: { anomalyId: row.id, score: row.score, modelVersion: row.modelVersion ?? 'unknown' } } : {}),
    ...(on ? { ifState: [...on.inForce] } : {}),
  };
}
