import { type BackendSrv, type BackendSrvRequest, type FetchResponse, setBackendSrv } from '@grafana/runtime';
import { appId } from '@spendscope/contracts';
import { type Observable, from } from 'rxjs';

/** What a test's API answers to one call; throw an {@link ApiFailure} for anything but 200. */
export type Handler = (request: BackendSrvRequest) => unknown;

/** An answer with an error status, as Grafana's backendSrv rejects with it. */
export class ApiFailure {
  constructor(
    readonly status: number,
    readonly data: unknown = {}
  ) {}
}

interface FakeApi {
  /** Every call so far, oldest first. */
  calls: BackendSrvRequest[];
  /** The calls of one kind, e.g. `POST interventions`. */
  callsOf: (route: string) => BackendSrvRequest[];
}

const prefix = `/api/plugin-proxy/${appId}/v1/`;
const routeOf = ({ method, url, params }: BackendSrvRequest): string =>
  `${method} ${url.replace(prefix, '')}${(params as { dryRun?: boolean } | undefined)?.dryRun ? '?dryRun' : ''}`;

/**
 * Stands in for Grafana's backendSrv, the edge at which the plugin meets the network. `handlers` go by method and path
 * under /v1/, e.g. `GET actions`, `POST interventions?dryRun`; a call that none answers is a 404.
 */
export function fakeApi(handlers: Record<string, Handler>): FakeApi {
  const calls: BackendSrvRequest[] = [];
  const answer = async (request: BackendSrvRequest): Promise<FetchResponse> => {
    calls.push(request);
    try {
      const handler = handlers[routeOf(request)];
      if (!handler) {
        throw new ApiFailure(404);
      }
      const data = await handler(request);
      return { data, status: 200, headers: new Headers({ etag: '"1-1"' }) } as FetchResponse;
    } catch (failure) {
      throw failure instanceof ApiFailure ? { status: failure.status, data: failure.data, config: request } : failure;
    }
  };
  const fetch = (request: BackendSrvRequest): Observable<FetchResponse> => from(answer(request));
  setBackendSrv({ fetch } as unknown as BackendSrv);
  return { calls, callsOf: (route) => calls.filter((request) => routeOf(request) === route) };
}
