import {
  ActionList,
  AnomalyPage,
  type AnomalyQuery,
  AuditPage,
  type AuditQuery,
  AuditVerification,
  type BatchRequest,
  BatchResult,
  DryRunResult,
  HealthReport,
  InterventionList,
  type InterventionQuery,
  type InterventionRequest,
  InterventionResult,
  type PersonaEditRequest,
  PersonaEntry,
  PersonaList,
  PersonaPrompt,
  type PersonaRatingRequest,
  type ReleaseRequest,
  type Run,
  RunList,
  SegmentList,
  type StatesRequest,
  StatesResult,
} from '@spendscope/contracts';
import { type ApiAnswer, callApi, callApiFully } from './callApi';

const encoded = encodeURIComponent;

/** The calls that our panels and pages make. Each rejects with an ApiError. */
export const spendscopeApi = {
  actions: (): Promise<ActionList> => callApi({ answer: ActionList, path: 'actions' }),
  health: (): Promise<HealthReport> => callApi({ answer: HealthReport, path: 'health' }),
  runs: (query: { size: number; kind?: Run['kind']; status?: Run['status'] }): Promise<RunList> =>
    callApi({ answer: RunList, path: 'runs', query }),
  segments: (): Promise<SegmentList> => callApi({ answer: SegmentList, path: 'segments' }),
  personas: (signal?: AbortSignal): Promise<PersonaList> => callApi({ answer: PersonaList, path: 'personas', signal }),
  personaPrompt: (cluster: string, signal?: AbortSignal): Promise<PersonaPrompt> =>
    callApi({ answer: PersonaPrompt, path: `personas/${encoded(cluster)}/prompt`, signal }),
  regeneratePersona: (cluster: string, runId: string, idempotencyKey: string): Promise<PersonaEntry> =>
    callApi({
      answer: PersonaEntry,
      method: 'POST',
      path: `personas/${encoded(cluster)}/regenerate`,
      body: { runId },
      idempotencyKey,
    }),
  /** Insists on the edit that the person saw, where there was one. */
  editPersona: (cluster: string, body: PersonaEditRequest, ifMatch?: string): Promise<PersonaEntry> =>
    callApi({ answer: PersonaEntry, method: 'PUT', path: `personas/${encoded(cluster)}`, body, ifMatch }),
  restorePersona: (cluster: string, runId: string, ifMatch: string, idempotencyKey: string): Promise<PersonaEntry> =>
    callApi({
      answer: PersonaEntry,
      method: 'POST',
      path: `personas/${encoded(cluster)}/restore`,
      body: { runId },
      idempotencyKey,
      ifMatch,
    }),
  ratePersona: (cluster: string, body: PersonaRatingRequest, idempotencyKey: string): Promise<PersonaEntry> =>
    callApi({
      answer: PersonaEntry,
      method: 'POST',
      path: `personas/${encoded(cluster)}/ratings`,
      body,
      idempotencyKey,
    }),
  anomalies: (query: AnomalyQuery, signal?: AbortSignal): Promise<AnomalyPage> =>
    callApi({ answer: AnomalyPage, path: 'anomalies', query: { ...query }, signal }),
  states: (targets: StatesRequest['targets'], signal?: AbortSignal): Promise<StatesResult> =>
    callApi({ answer: StatesResult, method: 'POST', path: 'states/query', body: { targets }, signal }),
  interventions: (query: InterventionQuery): Promise<InterventionList> =>
    callApi({ answer: InterventionList, path: 'interventions', query: { ...query } }),
  intervention: (id: string): Promise<ApiAnswer<InterventionResult>> =>
    callApiFully({ answer: InterventionResult, path: `interventions/${encoded(id)}` }),
  dryRun: (body: InterventionRequest, signal?: AbortSignal): Promise<DryRunResult> =>
    callApi({ answer: DryRunResult, method: 'POST', path: 'interventions', query: { dryRun: true }, body, signal }),
  intervene: (body: InterventionRequest, idempotencyKey: string): Promise<InterventionResult> =>
    callApi({ answer: InterventionResult, method: 'POST', path: 'interventions', body, idempotencyKey }),
  interveneMany: (body: BatchRequest, idempotencyKey: string): Promise<BatchResult> =>
    callApi({ answer: BatchResult, method: 'POST', path: 'interventions/batch', body, idempotencyKey }),
  /** Reads the intervention first: a release insists on the version that the person saw. */
  release: async (id: string, body: ReleaseRequest, idempotencyKey: string): Promise<InterventionResult> => {
    const { etag } = await spendscopeApi.intervention(id);
    return callApi({
      answer: InterventionResult,
      method: 'POST',
      path: `releases/${encoded(id)}`,
      body,
      idempotencyKey,
      ifMatch: etag,
    });
  },
  audit: (query: AuditQuery): Promise<AuditPage> =>
    callApi({ answer: AuditPage, path: 'audit/records', query: { ...query } }),
  verifyAudit: (): Promise<AuditVerification> => callApi({ answer: AuditVerification, path: 'audit/verify' }),
};
