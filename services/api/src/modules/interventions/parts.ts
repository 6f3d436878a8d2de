import type { ActionName, InterventionMode, Policy } from '@spendscope/contracts';
import { ApiError } from '../../http/apiError';
import type { Trace } from '../../http/trace';
import type { Caller } from '../../identity/caller';
import { denialOf } from '../../policy/denial';
import { type Act, type Decision, decide } from '../../policy/policy';
import type { AuditLog } from '../audit/AuditLog';
import type { Recorder } from '../audit/Recorder';
import type { AuditTexts } from '../audit/auditText';
import type { ActBudget } from '../controls/ActBudget';
import type { StateStore } from '../states/StateStore';
import type { Guards } from './Guards';
import type { InterventionStore } from './InterventionStore';
import type { Connector } from './connector';

export interface RecorderParts {
  log: AuditLog;
  texts: AuditTexts;
  hashKey: Buffer;
  now: () => Date;
  /** Hears how each occasion ended, and how long after its first record was made. */
  ended(action: string, outcome: 'completed' | 'denied' | 'failed', seconds: number): void;
}

/** What acts on interventions need. */
export interface InterventionParts {
  store: InterventionStore;
  guards: Guards;
  connectorFor(mode: 'observe' | 'enforce', action: ActionName): Connector;
  /** In force now; both may change while the service runs. */
  readonly policy: Policy;
  readonly mode: InterventionMode;
  /** Whether the blast-radius brake asks for a second person, though the policy allows the act. */
  brake(action: ActionName): Promise<boolean>;
  /** Whether the brake would ask for one; counts nothing. */
  wouldBrake(action: ActionName): Promise<boolean>;
  budget: ActBudget;
  states: Pick<StateStore, 'get'>;
  audit: RecorderParts;
  now: () => Date;
  /** Counts what became of acts. */
  counted(action: string, result: string): void;
}

/** Who acts, by which request. */
export interface Acting {
  caller: Pick<Caller, 'actor' | 'channel' | 'email' | 'rights'>;
  requestId: string;
  trace: Trace;
}

/** What the policy in force says of an act. */
export const decisionOf = ({ policy }: Pick<InterventionParts, 'policy'>, { caller }: Acting, act: Act): Decision =>
  decide(policy, { ...caller.actor, rights: caller.rights }, act);

/** Why the policy refuses the act, if it does. */
export const policyRefusal = (
  parts: Pick<InterventionParts, 'policy'>,
  acting: Acting,
  act: Act
): ApiError | undefined => denialOf(decisionOf(parts, acting, act));

/** Runs what follows `Received`; whatever goes wrong is recorded as the outcome before it is answered. */
export async function recordingFailure<Result>(recorder: Recorder, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    const result = error instanceof ApiError ? error.code : 'error';
    // A log that is away cannot take the failure either; reconciliation finds what was left open.
    await recorder.record({ stage: 'Failed', result }).catch(() => undefined);
    throw error;
  }
}

/** @throws ApiError 403 while the service only reads */
export function refuseReadonly(mode: InterventionMode): asserts mode is 'observe' | 'enforce' {
  if (mode === 'readonly') {
    throw new ApiError(403, 'readonly', 'The service is in read-only mode: nothing can be changed now.');
  }
}
