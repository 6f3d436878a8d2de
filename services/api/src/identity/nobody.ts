import type { Actor } from '@spendscope/contracts';
import type { FastifyRequest } from 'fastify';
import type { Channel } from './caller';

/** Who proved nothing, as the record names them. */
export const nobody: Actor = { sub: 'unknown', login: 'unknown', type: 'user', role: 'none' };

export const channelNamed = (request: FastifyRequest, instance: string): Channel => ({
  instance,
  origin: { ip: request.ip, userAgent: (request.headers['user-agent'] ?? '').slice(0, 200) },
});
