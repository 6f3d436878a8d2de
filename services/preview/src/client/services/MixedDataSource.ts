import {
  type DataQuery,
  type DataQueryRequest,
  type DataQueryResponse,
  DataSourceApi,
  type DataSourceInstanceSettings,
  type DataSourceRef,
  LoadingState,
} from '@grafana/data';
import { type Observable, combineLatest, from, map, mergeMap } from 'rxjs';

/** The uid by which a panel says that each of its queries names a data source of its own. */
export const mixedUid = '-- Mixed --';

const settings = {
  id: -1,
  uid: mixedUid,
  type: 'datasource',
  name: mixedUid,
  access: 'direct',
  readOnly: true,
  jsonData: {},
  // Scenes leave the queries’ own data sources alone where the panel’s says that it is mixed.
  meta: { id: 'mixed', name: mixedUid, mixed: true },
} as unknown as DataSourceInstanceSettings;

/** Sends each query to the data source that it names, and answers when all have. */
export class MixedDataSource extends DataSourceApi {
  readonly #find: (reference: DataSourceRef) => Promise<DataSourceApi>;

  constructor(find: (reference: DataSourceRef) => Promise<DataSourceApi>) {
    super(settings);
    this.meta = settings.meta;
    this.#find = find;
  }

  override query(request: DataQueryRequest): Observable<DataQueryResponse> {
    const answers = groupBySource(request.targets).map((targets, position) =>
      from(this.#find(targets[0]!.datasource!)).pipe(
        mergeMap((source) => from(source.query({ ...request, requestId: `${request.requestId}-${position}`, targets })))
      )
    );
    return combineLatest(answers).pipe(map(together));
  }

  override testDatasource(): Promise<{ status: string; message: string }> {
    return Promise.resolve({ status: 'success', message: 'Each query goes to its own data source.' });
  }
}

function groupBySource(targets: readonly DataQuery[]): DataQuery[][] {
  const groups = new Map<string | undefined, DataQuery[]>();
  for (const target of targets) {
    groups.set(target.datasource?.uid, [...(groups.get(target.datasource?.uid) ?? []), target]);
  }
  return [...groups.values()];
}

function together(answers: readonly DataQueryResponse[]): DataQueryResponse {
  // A source that could not be asked at all says so in `error` alone.
  const errors = answers.flatMap(({ errors: several, error }) => several ?? (error ? [error] : []));
  const loading = answers.some((answer) => answer.state === LoadingState.Loading);
  const failed = errors.length > 0 || answers.some((answer) => answer.state === LoadingState.Error);
  const done = failed ? LoadingState.Error : LoadingState.Done;
  return { data: answers.flatMap((answer) => answer.data), errors, state: loading ? LoadingState.Loading : done };
}
