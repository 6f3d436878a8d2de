import { getBackendSrv, isFetchError } from '@grafana/runtime';
import { appId, type Problem, type Static, type TSchema } from '@spendscope/contracts';
import { lastValueFrom } from 'rxjs';
import { t } from '../i18n/t';
import { ApiError } from './apiError';
import { hasShapeOf } from './hasShapeOf';

export interface ApiCall<Schema extends TSchema = TSchema> {
  /** What the answer must look like. */
  answer: Schema;
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

function asApiError(cause: unknown): ApiError {
  const status = isFetchError(cause) ? cause.status : 0;
  const data: unknown = isFetchError(cause) ? cause.data : undefined;
  return new ApiError(messageFor(status, data), { status, problem: isProblem(data) ? data : undefined, cause });
}

export interface ApiAnswer<Answer> {
  data: Answer;
  etag?: string;
}

/**
 * Calls the Spendscope API through Grafana's plugin proxy, which adds the channel token and the signed user.
 *
 * @throws ApiError with a sentence for people, the HTTP status, and the API's problem where it gave one; status 0 also where
 * the answer is not of the shape that the API gives.
 */
export async function callApiFully<Schema extends TSchema>(call: ApiCall<Schema>): Promise<ApiAnswer<Static<Schema>>> {
  const { answer, method = 'GET', path, query, body, idempotencyKey, ifMatch, signal } = call;
  const response = getBackendSrv().fetch<unknown>({
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
  const { data, headers, status } = await lastValueFrom(response).catch((cause: unknown) => {
    throw asApiError(cause);
  });
  if (!hasShapeOf(answer, data)) {
    // Something else answers at the address, such as a page of a web server: for people the service is down.
    throw new ApiError(messageFor(0, undefined), {
      status: 0,
      cause: new Error(`Status ${status} with a body of another shape at ${path}`),
    });
  }
  return { data, etag: headers?.get('etag') ?? undefined };
}

/** The same where only the body matters. */
export async function callApi<Schema extends TSchema>(call: ApiCall<Schema>): Promise<Static<Schema>> {
  return (await callApiFully(call)).data;
}

/** An answer of bytes. @throws ApiError as {@link callApiFully} */
export async function callApiForBytes(
  call: Pick<ApiCall, 'method' | 'path' | 'query' | 'body' | 'signal'>
): Promise<ArrayBuffer> {
  const response = getBackendSrv().fetch<Blob>({
    url: proxyBase + call.path,
    method: call.method ?? 'GET',
    params: withoutUndefined(call.query),
    data: call.body,
    headers: call.body === undefined ? {} : { 'content-type': 'application/json' },
    responseType: 'blob',
    abortSignal: call.signal,
    showErrorAlert: false,
    showSuccessAlert: false,
    retry: 0,
  });
  const { data } = await lastValueFrom(response).catch((cause: unknown) => {
    throw asApiError(cause);
  });
  return data.arrayBuffer();
}
