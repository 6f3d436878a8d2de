import type {
  ActionList,
  AnomalyPage,
  AnomalyQuery,
  AuditPage,
  AuditQuery,
  AuditVerification,
  BatchRequest,
  BatchResult,
  DryRunResult,
  HealthReport,
  InterventionList,
  InterventionQuery,
  InterventionRequest,
  InterventionResult,
  ReleaseRequest,
  RunList,
  SegmentList,
  StatesRequest,
  StatesResult,
} from '@spendscope/contracts';
import { type ApiAnswer, callApi, callApiFully } from './callApi';

const encoded = encodeURIComponent;

/** The calls that our panels and pages make. Each rejects with an ApiError. */
export const spendscopeApi = {
  actions: (): Promise<ActionList> => callApi({ path: 'actions' }),
  health: (): Promise<HealthReport> => callApi({ path: 'health' }),
  runs: (size: number): Promise<RunList> => callApi({ path: 'runs', query: { size } }),
  segments: (): Promise<SegmentList> => callApi({ path: 'segments' }),
  anomalies: (query: AnomalyQuery, signal?: AbortSignal): Promise<AnomalyPage> =>
    callApi({ path: 'anomalies', query: { ...query }, signal }),
  states: (targets: StatesRequest['targets'], signal?: AbortSignal): Promise<StatesResult> =>
    callApi({ method: 'POST', path: 'states/query', body: { targets }, signal }),
  interventions: (query: InterventionQuery): Promise<InterventionList> =>
    callApi({ path: 'interventions', query: { ...query } }),
  intervention: (id: string): Promise<ApiAnswer<InterventionResult>> =>
    callApiFully({ path: `interventions/${encoded(id)}` }),
  dryRun: (body: InterventionRequest, signal?: AbortSignal): Promise<DryRunResult> =>
    callApi({ method: 'POST', path: 'interventions', query: { dryRun: true }, body, signal }),
  intervene: (body: InterventionRequest, idempotencyKey: string): Promise<InterventionResult> =>
    callApi({ method: 'POST', path: 'interventions', body, idempotencyKey }),
  interveneMany: (body: BatchRequest, idempotencyKey: string): Promise<BatchResult> =>
    callApi({ method: 'POST', path: 'interventions/batch', body, idempotencyKey }),
  /** Reads the intervention first: a release insists on the version that the person saw. */
  release: async (id: string, body: ReleaseRequest, idempotencyKey: string): Promise<InterventionResult> => {
    const { etag } = await spendscopeApi.intervention(id);
    return callApi({ method: 'POST', path: `releases/${encoded(id)}`, body, idempotencyKey, ifMatch: etag });
  },
  audit: (query: AuditQuery): Promise<AuditPage> => callApi({ path: 'audit/records', query: { ...query } }),
  verifyAudit: (): Promise<AuditVerification> => callApi({ path: 'audit/verify' }),
};
