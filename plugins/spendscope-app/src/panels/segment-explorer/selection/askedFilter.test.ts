import { type DataQueryRequest, LoadingState } from '@grafana/data';
import { setTemplateSrv, type TemplateSrv } from '@grafana/runtime';
import { renderHook } from '@testing-library/react';
import { askedFilter, useAskedFilter } from './askedFilter';

beforeAll(() => {
  setTemplateSrv({ replace: (text: string) => text.replace('$grade', 'VIP') } as unknown as TemplateSrv);
});
const asking = (query: string, filters?: DataQueryRequest['filters']): DataQueryRequest =>
  ({ targets: [{ refId: 'A', query }], filters }) as unknown as DataQueryRequest;

describe('askedFilter', () => {
  it('is the query with its variables filled in, and none where it asks for everybody', () => {
    expect(askedFilter(asking('grade:$grade'))).toBe('grade:VIP');
    expect(askedFilter(asking('*'))).toBeUndefined();
    expect(askedFilter(undefined)).toBeUndefined();
  });

  it('adds the filter bar’s filters as the data source does', () => {
    const filters = [
      { key: 'region', operator: '=', value: 'Seoul "South"' },
      { key: 'grade', operator: '!=', value: 'gold' },
      { key: 'persona', operator: '!~', value: 'Co.*' },
      { key: 'age', operator: '>', value: '30' },
      { key: 'left', operator: '=', value: '' },
    ];
    expect(askedFilter(asking('grade:$grade', filters))).toBe(
      '(grade:VIP) AND region:"Seoul \\"South\\"" AND -grade:"gold" AND -persona:/Co.*/ AND age:>30'
    );
    expect(askedFilter(asking('*', filters.slice(0, 1)))).toBe('region:"Seoul \\"South\\""');
  });

  it('stays that of the data shown while other data is on its way', () => {
    const of = (query: string, state: LoadingState): Parameters<typeof useAskedFilter>[0] => ({
      request: asking(query),
      state,
    });
    const { result, rerender } = renderHook(useAskedFilter, { initialProps: of('a:1', LoadingState.Done) });
    expect(result.current).toBe('a:1');
    rerender(of('a:2', LoadingState.Loading));
    expect(result.current).toBe('a:1');
    rerender(of('a:2', LoadingState.Done));
    expect(result.current).toBe('a:2');
  });
});
