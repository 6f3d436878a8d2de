import type {
  ActionList,
  AuditPage,
  AuditQuery,
  AuditVerification,
  BatchRequest,
  BatchResult,
  DryRunResult,
  HealthReport,
  InterventionList,
  InterventionRequest,
  InterventionResult,
  ReleaseRequest,
  StatesRequest,
  StatesResult,
} from '@spendscope/contracts';
import { callApi } from './callApi';

/** The calls that our panels and pages make. Each rejects with an ApiError. */
export const spendscopeApi = {
  actions: (): Promise<ActionList> => callApi({ path: 'actions' }),
  health: (check?: string): Promise<HealthReport> => callApi({ path: 'health', query: { check } }),
  states: (targets: StatesRequest['targets'], signal?: AbortSignal): Promise<StatesResult> =>
    callApi({ method: 'POST', path: 'states/query', body: { targets }, signal }),
  interventions: (query: { state?: string; target?: string; cursor?: string }): Promise<InterventionList> =>
    callApi({ path: 'interventions', query }),
  intervention: (id: string): Promise<InterventionResult> =>
    callApi({ path: `interventions/${encodeURIComponent(id)}` }),
  dryRun: (body: InterventionRequest, idempotencyKey: string): Promise<DryRunResult> =>
    callApi({ method: 'POST', path: 'interventions', query: { dryRun: true }, body, idempotencyKey }),
  intervene: (body: InterventionRequest, idempotencyKey: string): Promise<InterventionResult> =>
    callApi({ method: 'POST', path: 'interventions', body, idempotencyKey }),
  interveneMany: (body: BatchRequest, idempotencyKey: string): Promise<BatchResult> =>
    callApi({ method: 'POST', path: 'interventions/batch', body, idempotencyKey }),
  release: (id: string, body: ReleaseRequest, idempotencyKey: string): Promise<InterventionResult> =>
    callApi({ method: 'POST', path: `releases/${encodeURIComponent(id)}`, body, idempotencyKey }),
  audit: (query: AuditQuery): Promise<AuditPage> => callApi({ path: 'audit/records', query: { ...query } }),
  verifyAudit: (): Promise<AuditVerification> => callApi({ path: 'audit/verify' }),
};
