import {
  LabelEntry,
  LabelList,
  type LabelRequest,
  ReviewEntry,
  ReviewList,
  type ReviewQuery,
  type ReviewVerdict,
  SuppressionEntry,
  SuppressionList,
  type SuppressionRequest,
} from '@spendscope/contracts';
import { callApi } from './callApi';
import { noContent } from './noContent';

const encoded = encodeURIComponent;

/** Verdicts on anomalies, what is kept out of the table, and what alerts ask about. Each rejects with an ApiError. */
export const feedbackApi = {
  labels: (query: { user?: string; anomalyId?: string } = {}): Promise<LabelList> =>
    callApi({ answer: LabelList, path: 'labels', query }),
  label: (body: LabelRequest, idempotencyKey: string): Promise<LabelEntry> =>
    callApi({ answer: LabelEntry, method: 'POST', path: 'labels', body, idempotencyKey }),
  takeLabelBack: async (id: string): Promise<void> => {
    await callApi({ answer: noContent, method: 'DELETE', path: `labels/${encoded(id)}` });
  },
  suppressions: (): Promise<SuppressionList> => callApi({ answer: SuppressionList, path: 'suppressions' }),
  suppress: (body: SuppressionRequest, idempotencyKey: string): Promise<SuppressionEntry> =>
    callApi({ answer: SuppressionEntry, method: 'POST', path: 'suppressions', body, idempotencyKey }),
  revokeSuppression: async (id: string): Promise<void> => {
    await callApi({ answer: noContent, method: 'DELETE', path: `suppressions/${encoded(id)}` });
  },
  reviews: (query: ReviewQuery): Promise<ReviewList> =>
    callApi({ answer: ReviewList, path: 'reviews', query: { ...query } }),
  closeReview: (id: string, body: ReviewVerdict, idempotencyKey: string): Promise<ReviewEntry> =>
    callApi({ answer: ReviewEntry, method: 'POST', path: `reviews/${encoded(id)}`, body, idempotencyKey }),
};
