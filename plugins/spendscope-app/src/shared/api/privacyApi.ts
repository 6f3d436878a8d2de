import {
  ErasurePlan,
  ErasureReceipt,
  OperatorErasurePlan,
  OperatorErasureReceipt,
  type RevealRequest,
  RevealResult,
} from '@spendscope/contracts';
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
  /** Counts only. */
  planOperatorErasure: (login: string): Promise<OperatorErasurePlan> =>
    callApi({
      answer: OperatorErasurePlan,
      method: 'POST',
      path: 'erasures/operators',
      body: { login },
      idempotencyKey: newIdempotencyKey(),
    }),
  /** Addresses, programs and mail addresses beside the audit log. */
  eraseOperator: (
    plan: Pick<OperatorErasurePlan, 'login' | 'confirm'>,
    idempotencyKey: string
  ): Promise<OperatorErasureReceipt> =>
    callApi({
      answer: OperatorErasureReceipt,
      method: 'POST',
      path: 'erasures/operators',
      body: { login: plan.login, confirm: plan.confirm },
      idempotencyKey,
    }),
};
