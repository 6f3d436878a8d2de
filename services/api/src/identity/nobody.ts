import type { Actor, AuditRecord } from '@spendscope/contracts';
import type { FastifyRequest } from 'fastify';

/** Who proved nothing, as the record names them. */
export const nobody: Actor = { sub: 'unknown', login: 'unknown', type: 'user', role: 'none' };

export const channelNamed = (request: FastifyRequest, instance: string): AuditRecord['channel'] => ({
  instance,
  ip: request.ip,
  user_agent: (request.headers['user-agent'] ?? '').slice(0, 200),
});
