import { getBackendSrv, isFetchError } from '@grafana/runtime';
import { appId, type Problem } from '@spendscope/contracts';
import { lastValueFrom } from 'rxjs';
import { t } from '../i18n/t';
import { ApiError } from './apiError';

export interface ApiCall {
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Below `/v1/`, without leading slash. */
  path: string;
  query?: Record<string, string | number | boolean | undefined>;
  body?: unknown;
  /** Required by the API for every call with an effect; the same key makes a retry safe. */
  idempotencyKey?: string;
  /** ETag of the document as it was read; the API refuses the change when somebody was faster. */
  ifMatch?: string;
  signal?: AbortSignal;
}

const proxyBase = `/api/plugin-proxy/${appId}/v1/`;

const isProblem = (data: unknown): data is Problem =>
  typeof data === 'object' && data !== null && typeof (data as Problem).detail === 'string';

function messageFor(status: number, data: unknown): string {
  if (isProblem(data)) {
    return data.detail;
  }
  if (status === 403) {
    return t('shared.api.forbidden', 'Your role does not allow this. Ask an administrator for the right.');
  }
  if (status === 404) {
    return t('shared.api.notFound', 'The Spendscope API does not know this address. Check that its version matches.');
  }
  return t(
    'shared.api.unreachable',
    'The Spendscope API did not answer. Check its address in Configuration, and that it runs.'
  );
}

const withoutUndefined = (query: ApiCall['query']): Record<string, string | number | boolean> =>
  Object.fromEntries(
    Object.entries(query ?? {}).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]]))
  );

export interface ApiAnswer<Answer> {
  data: Answer;
  etag?: string;
}

/**
 * Calls the Spendscope API through Grafana's plugin proxy, which adds the channel token and the signed user.
 *
 * @throws ApiError with a sentence for people, the HTTP status, and the API's problem where it gave one.
 */
export async function callApiFully<Answer>(call: ApiCall): Promise<ApiAnswer<Answer>> {
  const { method = 'GET', path, query, body, idempotencyKey, ifMatch, signal } = call;
  const response = getBackendSrv().fetch<Answer>({
    url: proxyBase + path,
    method,
    params: withoutUndefined(query),
    data: body,
    headers: {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(idempotencyKey ? { 'Idempotency-Key': idempotencyKey } : {}),
      ...(ifMatch ? { 'If-Match': ifMatch } : {}),
    },
    abortSignal: signal,
    showErrorAlert: false,
    showSuccessAlert: false,
    // Polling and retries are ours; Grafana's own retry would send without the caller knowing.
    retry: 0,
  });
  try {
    const { data, headers } = await lastValueFrom(response);
    return { data, etag: headers?.get('etag') ?? undefined };
  } catch (cause) {
    const status = isFetchError(cause) ? cause.status : 0;
    const data: unknown = isFetchError(cause) ? cause.data : undefined;
    throw new ApiError(messageFor(status, data), { status, problem: isProblem(data) ? data : undefined, cause });
  }
}

/** The same where only the body matters. */
export async function callApi<Answer>(call: ApiCall): Promise<Answer> {
  return (await callApiFully<Answer>(call)).data;
}
