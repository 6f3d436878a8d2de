import type { Actor, Right } from '@spendscope/contracts';

/** By which instance somebody calls, and from where; the latter is absent of what this service does by itself. */
export interface Channel {
  instance: string;
  origin?: { ip: string; userAgent: string };
}

/** Who calls, after both proofs: the channel's credential and the person's signed identity. */
export interface Caller {
  actor: Actor;
  email?: string;
  rights: readonly Right[];
  channel: Channel;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by the identity hook; absent on routes that need no identity. */
    caller: Caller | null;
  }
}
