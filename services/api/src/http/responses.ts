import { Problem } from '@spendscope/contracts';
import type { TSchema } from 'typebox';

/** RFC 9457 under its own content type, as every refusal is sent. */
const problem = {
  description: 'Problem details',
  content: { 'application/problem+json': { schema: Problem } },
} as const;

/** Responses of a route: its successes, and a problem for everything else. */
export const responses = <const Successes extends Record<number, TSchema | { content: object }>>(
  successes: Successes
): Successes & { '4xx': typeof problem; '5xx': typeof problem } => ({
  ...successes,
  '4xx': problem,
  '5xx': problem,
});
