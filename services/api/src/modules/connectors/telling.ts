import type { Intervention } from '@spendscope/contracts';

export type Operation = 'apply' | 'revert' | 'status';

/** What another system is told of an intervention. */
export interface Telling {
  headers: {
    /** Under which it does so once: our id and the operation, and for apply its end, since an extension is another act. */
    'idempotency-key': string;
    /** The trace that our caller's call belongs to, and our part in it. */
    traceparent: string;
  };
  /** JSON. */
  body: string;
}

export function tellingOf(operation: Operation, intervention: Intervention, traceparent: string): Telling {
  const { id, action, target, reason_code, expires_at } = intervention;
  const key = [id, operation, ...(operation === 'apply' && expires_at ? [expires_at] : [])].join(':');
  return {
    headers: { 'idempotency-key': key, traceparent },
    body: JSON.stringify({
      operation,
      intervention: {
        id,
        action,
        target: { type: target.type, id: target.id },
        reasonCode: reason_code,
        ...(expires_at ? { expiresAt: expires_at } : {}),
      },
    }),
  };
}
