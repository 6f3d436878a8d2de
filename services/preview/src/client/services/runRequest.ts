import {
  type DataQueryRequest,
  type DataQueryResponse,
  type DataSourceApi,
  LoadingState,
  type PanelData,
} from '@grafana/data';
import { toDataQueryError } from '@grafana/runtime';
import { catchError, from, isObservable, map, type Observable, of, startWith } from 'rxjs';

/** Runs a request on a data source as a stream of panel data: loading first, then data or the error. */
export function runRequest(
  dataSource: DataSourceApi,
  request: DataQueryRequest,
  query?: (request: DataQueryRequest) => Promise<DataQueryResponse> | Observable<DataQueryResponse>
): Observable<PanelData> {
  const loading: PanelData = { state: LoadingState.Loading, series: [], timeRange: request.range, request };
  const answer = query ? query(request) : dataSource.query(request);
  return (isObservable(answer) ? answer : from(answer)).pipe(
    map((response): PanelData => {
      const error = response.errors?.[0] ?? response.error;
      return {
        state: error ? LoadingState.Error : (response.state ?? LoadingState.Done),
        series: response.data as PanelData['series'],
        error,
        errors: response.errors,
        timeRange: request.range,
        request: { ...request, endTime: Date.now() },
      };
    }),
    catchError((cause: unknown) => {
      const error = toDataQueryError(cause as Error);
      return of({ ...loading, state: LoadingState.Error, error, errors: [error] });
    }),
    startWith(loading)
  );
}
