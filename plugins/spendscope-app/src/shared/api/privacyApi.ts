import { ErasurePlan, ErasureReceipt, type RevealRequest, RevealResult } from '@spendscope/contracts';
import { callApi } from './callApi';
import { newIdempotencyKey } from './newIdempotencyKey';

/** Originals behind tokens, and their erasure; all of it recorded. Each rejects with an ApiError. */
export const privacyApi = {
  reveal: (body: RevealRequest): Promise<RevealResult> =>
    callApi({ answer: RevealResult, method: 'POST', path: 'reveals', body }),
  /** Counts only. */
  planErasure: (token: string): Promise<ErasurePlan> =>
    callApi({
      answer: ErasurePlan,
      method: 'POST',
      path: 'erasures',
      body: { token },
      idempotencyKey: newIdempotencyKey(),
    }),
  erase: (plan: Pick<ErasurePlan, 'token' | 'confirm'>, idempotencyKey: string): Promise<ErasureReceipt> =>
    callApi({
      answer: ErasureReceipt,
      method: 'POST',
      path: 'erasures',
      body: { token: plan.token, confirm: plan.confirm },
      idempotencyKey,
    }),
};
