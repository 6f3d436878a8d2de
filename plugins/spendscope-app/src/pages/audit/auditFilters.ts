import type { AuditQuery } from '@spendscope/contracts';

export const auditFilterNames = ['actor', 'action', 'target', 'stage', 'days'] as const;
export type AuditFilters = Partial<Record<(typeof auditFilterNames)[number], string>>;

export const pageSize = 50;

/** The API's query of the address' filters, seen from `now` (ms since 1970); `before` is the cursor of an older page. */
export function auditQueryOf(
  { actor, action, target, stage, days }: AuditFilters,
  now: number,
  before?: number
): AuditQuery {
  const back = Number(days);
  return {
    actor,
    action,
    target,
    stage,
    ...(back > 0 ? { from: new Date(now - back * 86_400_000).toISOString() } : {}),
    before,
    size: pageSize,
  };
}
