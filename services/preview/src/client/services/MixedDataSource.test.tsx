import { type DataQueryRequest, type DataQueryResponse, type DataSourceApi, LoadingState } from '@grafana/data';
import { firstValueFrom, of } from 'rxjs';
import { MixedDataSource } from './MixedDataSource';

const ask = (answers: Record<string, DataQueryResponse>): Promise<DataQueryResponse> => {
  const find = async ({ uid }: { uid?: string }): Promise<DataSourceApi> =>
    ({ query: () => of(answers[uid!]!) }) as unknown as DataSourceApi;
  const targets = Object.keys(answers).map((uid) => ({ refId: uid, datasource: { uid } }));
  return firstValueFrom(new MixedDataSource(find).query({ requestId: 'Q', targets } as unknown as DataQueryRequest));
};
const done: DataQueryResponse = { data: [{ fields: [], length: 0 }], state: LoadingState.Done };

describe('queries to several data sources', () => {
  it('answer with what all of them say', async () => {
    expect(await ask({ a: done, b: done })).toEqual({
      data: [done.data[0], done.data[0]],
      errors: [],
      state: LoadingState.Done,
    });
  });

  it('fail where one of them fails, whichever way it says so, and keep what the others brought', async () => {
    const error = { status: 502, message: 'no living connections' };
    for (const failed of [
      { data: [], errors: [error] },
      { data: [], error, state: LoadingState.Error },
    ]) {
      expect(await ask({ a: done, b: failed })).toEqual({
        data: done.data,
        errors: [error],
        state: LoadingState.Error,
      });
    }
    expect(await ask({ a: done, b: { data: [], state: LoadingState.Error } })).toMatchObject({
      state: LoadingState.Error,
    });
  });
});
