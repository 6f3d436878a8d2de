import type { Intervention } from '@spendscope/contracts';

export type Operation = 'apply' | 'revert' | 'status';

/** What another system is told of an intervention, and the key under which it does so once. */
export interface Telling {
  /** Our id and the operation, and for apply its end: an extension is another act. */
  idempotencyKey: string;
  /** JSON. */
  body: string;
}

export function tellingOf(operation: Operation, intervention: Intervention): Telling {
  const { id, action, target, reason_code, expires_at } = intervention;
  return {
    idempotencyKey: [id, operation, ...(operation === 'apply' && expires_at ? [expires_at] : [])].join(':'),
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
