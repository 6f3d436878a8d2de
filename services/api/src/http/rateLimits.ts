import type { RateLimitPluginOptions } from '@fastify/rate-limit';
import type { FastifyRequest } from 'fastify';
import { ApiError } from './apiError';

export interface RequestBudget {
  /** Requests a person may send within a minute. */
  reads: number;
  acts: number;
}

export const defaultBudget: RequestBudget = { reads: 1_200, acts: 240 };

const isAct = (request: FastifyRequest): boolean =>
  !['GET', 'HEAD'].includes(request.method) && !request.routeOptions.config.question;

/** Per verified person, not per address: all people of one Grafana come from one address. Acts have a budget of their own. */
export const rateLimits = (perMinute: RequestBudget): RateLimitPluginOptions => ({
  global: true,
  hook: 'preHandler' as const,
  enableDraftSpec: true,
  timeWindow: 60_000,
  keyGenerator: (request: FastifyRequest): string =>
    `${isAct(request) ? 'act' : 'read'}:${request.caller?.actor.sub ?? request.ip}`,
  max: (request: FastifyRequest): number => (isAct(request) ? perMinute.acts : perMinute.reads),
  errorResponseBuilder: (_request: FastifyRequest, { after }: { after: string }): Error =>
    new ApiError(429, 'rate_limited', `Too many requests. Try again in ${after}.`),
});
