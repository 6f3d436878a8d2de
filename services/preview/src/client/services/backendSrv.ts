import type { BackendSrv, BackendSrvRequest, FetchResponse } from '@grafana/runtime';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { appEvents } from './appEvents';

function addressOf({ url, params }: BackendSrvRequest): URL {
  const address = new URL(url, window.location.origin);
  for (const [name, value] of Object.entries(params ?? {})) {
    for (const item of [value].flat().filter((entry) => entry !== undefined && entry !== null)) {
      address.searchParams.append(name, String(item));
    }
  }
  return address;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

const signals = new Map<string, AbortController>();

function signalOf(requestId: string | undefined): AbortSignal | undefined {
  if (requestId === undefined) {
    return undefined;
  }
  signals.get(requestId)?.abort();
  const controller = new AbortController();
  signals.set(requestId, controller);
  return controller.signal;
}

async function send<T>(request: BackendSrvRequest): Promise<FetchResponse<T>> {
  const isText = typeof request.data === 'string';
  const response = await fetch(addressOf(request), {
    method: request.method ?? 'GET',
    headers: {
      ...(request.data === undefined || isText ? {} : { 'content-type': 'application/json' }),
      ...request.headers,
    },
    body: request.data === undefined ? undefined : isText ? request.data : JSON.stringify(request.data),
    signal: request.abortSignal ?? signalOf(request.requestId),
  });
  const data = request.responseType === 'blob' ? await response.blob() : parse(await response.text());
  const { status, statusText, ok, headers, redirected, type, url } = response;
  if (!ok) {
    const message = (data as { message?: string } | undefined)?.message;

    throw { status, statusText, data: data ?? {}, message, config: request, traceId: undefined };
  }
  return {
    data: data as T,
    status,
    statusText,
    ok,
    headers,
    redirected,
    type,
    url,
    config: request,
    traceId: undefined,
  };
}

function showError(error: { status?: number; data?: { message?: string } }, request: BackendSrvRequest): void {
  if (request.showErrorAlert !== false && error.status !== undefined) {
    appEvents.publish({ type: 'alert-error', payload: [error.data?.message ?? 'The request failed'] });
  }
}

const request = async <T>(options: BackendSrvRequest): Promise<T> => {
  try {
    return (await send<T>(options)).data;
  } catch (error) {
    showError(error as { status?: number }, options);
    throw error;
  }
};

/** Grafana's HTTP client: `fetch` for observables, the others for promises of the data with an alert on failure. */
export const backendSrv = {
  fetch: <T>(options: BackendSrvRequest): Observable<FetchResponse<T>> => from(send<T>(options)),
  datasourceRequest: <T>(options: BackendSrvRequest) => lastValueFrom(from(send<T>(options))),
  request,
  get: <T>(
    url: string,
    params?: BackendSrvRequest['params'],
    requestId?: string,
    options?: Partial<BackendSrvRequest>
  ) => request<T>({ ...options, method: 'GET', url, params, requestId }),
  delete: <T>(url: string, data?: unknown, options?: Partial<BackendSrvRequest>) =>
    request<T>({ ...options, method: 'DELETE', url, data }),
  post: <T>(url: string, data?: unknown, options?: Partial<BackendSrvRequest>) =>
    request<T>({ ...options, method: 'POST', url, data }),
  put: <T>(url: string, data?: unknown, options?: Partial<BackendSrvRequest>) =>
    request<T>({ ...options, method: 'PUT', url, data }),
  patch: <T>(url: string, data?: unknown, options?: Partial<BackendSrvRequest>) =>
    request<T>({ ...options, method: 'PATCH', url, data }),
  resolveCancelerIfExists: (requestId: string) => signals.get(requestId)?.abort(),
} as unknown as BackendSrv;
