import { Problem } from '@spendscope/contracts';
import type { TSchema } from 'typebox';

/** Responses of a route: its successes, and a problem for everything else. */
export const responses = <const Successes extends Record<number, TSchema>>(
  successes: Successes
): Successes & { '4xx': typeof Problem; '5xx': typeof Problem } => ({ ...successes, '4xx': Problem, '5xx': Problem });
