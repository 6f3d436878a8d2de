import type { AuditRecord, Target } from '@spendscope/contracts';
import { type Trace, traceparentFor } from '../../http/trace';
import type { Caller } from '../../identity/caller';
import type { RecorderParts } from '../interventions/parts';
import { type PersonalText, type TextReference, hashOfTarget } from './auditText';
import type { NewRecord } from './chain';

/** Who and what a series of records is about; the same in all of them. */
export interface Occasion {
  caller: Pick<Caller, 'actor' | 'channel' | 'email'>;
  requestId: string;
  trace: Trace;
  action: string;
  policyVersion: string;
  target?: Target;
  interventionId?: string;
  reasonCode?: string;
  payloadHash?: string;
  comment?: string;
  ticket?: string;
  /** The target's token is not kept beside the chain: its keyed hash says enough. */
  hashOnly?: boolean;
}

export type Stage = Pick<AuditRecord, 'stage' | 'result' | 'state_before' | 'state_after'> & {
  interventionId?: string;
};

const outcomes = { Completed: 'completed', Denied: 'denied', Failed: 'failed' } as Record<
  Stage['stage'],
  'completed' | 'denied' | 'failed' | undefined
>;

/** The records of one occasion, from `Received` to its outcome. */
export class Recorder {
  private readonly openedAt = performance.now();

  private constructor(
    private readonly parts: RecorderParts,
    private readonly occasion: Occasion,
    /** Where the personal text of these records is kept. */
    readonly text: TextReference | undefined
  ) {}

  /** Stores the personal text, so that the records can point to it. @throws ApiError 503 where it cannot. */
  static async open(parts: RecorderParts, occasion: Occasion): Promise<Recorder> {
    const { comment, ticket, caller } = occasion;
    const target = occasion.hashOnly ? undefined : occasion.target;
    const personal: PersonalText = {
      ...(target ? { target } : {}),
      ...(comment ? { comment } : {}),
      ...(ticket ? { ticket } : {}),
      ...originOf(caller),
    };
    const text = await parts.texts.keep(personal, parts.now());
    return new Recorder(parts, occasion, text);
  }

  /** For whom is called on this occasion. */
  get traceparent(): string {
    return traceparentFor(this.occasion.trace, this.occasion.requestId);
  }

  /** Appends the stages as one block. @throws ApiError 503 where they cannot be stored. */
  async record(...stages: Stage[]): Promise<void> {
    await this.parts.log.append(stages.map((stage) => this.recordOf(stage)));
    const outcome = stages.map(({ stage }) => outcomes[stage]).find((one) => one !== undefined);
    if (outcome) {
      this.parts.ended(this.occasion.action, outcome, (performance.now() - this.openedAt) / 1_000);
    }
  }

  private recordOf(stage: Stage): NewRecord {
    const { caller, target, interventionId, reasonCode, payloadHash } = this.occasion;
    const { interventionId: itsOwn, ...rest } = stage;
    const id = itsOwn ?? interventionId;
    return {
      ts: this.parts.now().toISOString(),
      actor: caller.actor,
      channel: { instance: caller.channel.instance },
      action: this.occasion.action,
      ...(target ? { target: { type: target.type, id_hash: hashOfTarget(this.parts.hashKey, target) } } : {}),
      ...(id ? { intervention_id: id } : {}),
      ...(reasonCode ? { reason_code: reasonCode } : {}),
      ...(payloadHash ? { payload_hash: payloadHash } : {}),
      ...this.text,
      policy_version: this.occasion.policyVersion,
      request_id: this.occasion.requestId,
      trace_id: this.occasion.trace.id,
      ...rest,
    };
  }
}

/** What is personal in the channel, and the address for mail; nothing of what this service does by itself. */
function originOf({ actor, channel, email }: Occasion['caller']): Pick<PersonalText, 'origin'> {
  return channel.origin
    ? {
        origin: {
          login: actor.login,
          ...(email ? { email } : {}),
          ip: channel.origin.ip,
          user_agent: channel.origin.userAgent,
        },
      }
    : {};
}
