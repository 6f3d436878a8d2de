import type { Actor, AuditRecord, Right } from '@spendscope/contracts';

/** Who calls, after both proofs: the channel's credential and the person's signed identity. */
export interface Caller {
  actor: Actor;
  email?: string;
  rights: readonly Right[];
  channel: AuditRecord['channel'];
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by the identity hook; absent on routes that need no identity. */
    caller: Caller | null;
  }
}
