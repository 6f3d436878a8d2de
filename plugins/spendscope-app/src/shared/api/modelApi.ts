import {
  type ModelDecision,
  ModelHistory,
  ModelList,
  type ModelRequest,
  ModelRequestResult,
  type PromotionRequest,
  type RollbackRequest,
} from '@spendscope/contracts';
import { callApi } from './callApi';

/** What is asked for, on the state that the person read. */
export interface ModelAsk {
  name: string;
  /** ETag of the model's history. */
  etag: string;
  body: PromotionRequest | RollbackRequest;
}

const encoded = encodeURIComponent;

/** Models, their history, and what two people may change. Each rejects with an ApiError. */
export const modelApi = {
  list: (signal?: AbortSignal): Promise<ModelList> => callApi({ answer: ModelList, path: 'models', signal }),
  history: (name: string, signal?: AbortSignal): Promise<ModelHistory> =>
    callApi({ answer: ModelHistory, path: `models/${encoded(name)}/history`, signal }),
  /** A version is promoted; without one it is rolled back. */
  ask: ({ name, etag, body }: ModelAsk, idempotencyKey: string): Promise<ModelRequestResult> =>
    callApi({
      answer: ModelRequestResult,
      method: 'POST',
      path: `models/${encoded(name)}/${'version' in body ? 'promotions' : 'rollbacks'}`,
      body,
      idempotencyKey,
      ifMatch: etag,
    }),
  decide: (
    { model, id, payload_hash: payloadHash }: ModelRequest,
    given: Omit<ModelDecision, 'payloadHash'>,
    idempotencyKey: string
  ): Promise<ModelRequestResult> =>
    callApi({
      answer: ModelRequestResult,
      method: 'POST',
      path: `models/${encoded(model)}/requests/${encoded(id)}`,
      body: { ...given, payloadHash },
      idempotencyKey,
    }),
};
