import {
  type ApprovalRequest,
  ControlState,
  type ExtensionRequest,
  InterventionResult,
  type ModeRequest,
} from '@spendscope/contracts';
import { callApi } from './callApi';
import { spendscopeApi } from './spendscopeApi';

const encoded = encodeURIComponent;

/** What the Interventions page does beyond creating and releasing. Each rejects with an ApiError. */
export const interventionApi = {
  /** `etag` is that of the request as the person read it: another version is never decided. */
  decide: (id: string, etag: string, body: ApprovalRequest, idempotencyKey: string): Promise<InterventionResult> =>
    callApi({
      answer: InterventionResult,
      method: 'POST',
      path: `approvals/${encoded(id)}`,
      body,
      idempotencyKey,
      ifMatch: etag,
    }),
  cancel: (id: string, etag: string, comment: string, idempotencyKey: string): Promise<InterventionResult> =>
    callApi({
      answer: InterventionResult,
      method: 'POST',
      path: `cancellations/${encoded(id)}`,
      body: comment ? { comment } : {},
      idempotencyKey,
      ifMatch: etag,
    }),
  /** Reads the intervention first: an extension insists on the version that is there now. */
  extend: async (id: string, body: ExtensionRequest, idempotencyKey: string): Promise<InterventionResult> => {
    const { etag } = await spendscopeApi.intervention(id);
    return callApi({
      answer: InterventionResult,
      method: 'POST',
      path: `extensions/${encoded(id)}`,
      body,
      idempotencyKey,
      ifMatch: etag,
    });
  },
  controls: (): Promise<ControlState> => callApi({ answer: ControlState, path: 'controls' }),
  switchMode: (body: ModeRequest, idempotencyKey: string): Promise<ControlState> =>
    callApi({ answer: ControlState, method: 'POST', path: 'admin/mode', body, idempotencyKey }),
  resetBrake: (body: { reason: string }, idempotencyKey: string): Promise<ControlState> =>
    callApi({ answer: ControlState, method: 'POST', path: 'admin/breaker', body, idempotencyKey }),
};
