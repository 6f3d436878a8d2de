import { type Intervention, approvalHours } from '@spendscope/contracts';

/** What the model knows of one target and action: what a person would expect to see. */
export interface Expected {
  state: 'none' | 'pending' | 'active';
  id?: string;
  /** Login of who asked for it. */
  by?: string;
  /** Milliseconds of the service's clock; of a waiting request, when it expires. */
  until?: number;
  durationSec?: number;
}

/** So long a request waits; milliseconds. */
export const approvalMs = approvalHours * 3_600_000;

/** @throws Error where it was left between two states */
export function expectedOf({
  id,
  state,
  requested_by,
  requested_at,
  expires_at,
  duration_sec,
}: Intervention): Expected {
  const known = { id, by: requested_by.login, durationSec: duration_sec };
  if (state === 'active') {
    return { ...known, state, until: expires_at ? Date.parse(expires_at) : undefined };
  }
  if (state === 'pending_approval') {
    return { ...known, state: 'pending', until: Date.parse(requested_at) + approvalMs };
  }
  throw new Error(`${id} was left ${state}.`);
}
