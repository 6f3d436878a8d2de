import { matchingColumn, packColumns } from '@spendscope/contracts';
import { renderHook, waitFor } from '@testing-library/react';
import { ApiFailure, fakeApi } from '../../../testing/fakeApi';
import { inlinePort } from '../testing/inlinePort';
import { useFullPoints, type FullState } from './useFullPoints';

jest.mock('./createFullWorker', () => ({ createFullWorker: () => inlinePort() }));

const axes = { x: { field: 'x', scale: 'linear' }, y: { field: 'y', scale: 'linear' } } as const;
const answer = (runId: string, columns: Record<string, Float32Array | Uint8Array>): object => ({
  arrayBuffer: async () => packColumns({ runId, columns }).slice().buffer,
});
const points = {
  cluster: Uint8Array.of(3, 3, 7, 7),
  x: Float32Array.of(1, 2, 3, 4),
  y: Float32Array.of(1, 2, 3, 4),
};
const run = { runId: 'r', customers: 4, packed: 1, columns: ['x', 'y'] };

interface Props {
  filter?: string;
  keys?: number[];
}
const show = (first: Props): ReturnType<typeof renderHook<FullState, Props>> =>
  renderHook(({ filter, keys = [3, 7] }: Props) => useFullPoints(true, axes, keys, filter), { initialProps: first });
const ready = async (result: { current: FullState }): Promise<Extract<FullState, { kind: 'ready' }>> => {
  await waitFor(() => expect(result.current).toMatchObject({ kind: 'ready', filtering: false }));
  return result.current as Extract<FullState, { kind: 'ready' }>;
};

describe('useFullPoints', () => {
  it('narrows what was loaded to those who pass the filter, and loads nothing again', async () => {
    const passing: Record<string, Uint8Array> = {
      'grade:VIP': Uint8Array.of(1, 0, 0, 1),
      'grade:gold': Uint8Array.of(0, 1, 0, 0),
    };
    const api = fakeApi({
      'GET points': () => run,
      'GET points/r/columns': () => answer('r', points),
      'POST points/r/matching': ({ data }) => answer('r', { [matchingColumn]: passing[data.filter]! }),
    });
    const { result, rerender } = show({ filter: 'grade:VIP' });
    expect((await ready(result)).points.scene).toMatchObject({ customers: 2, run: 4, counts: [1, 1, 0] });
    rerender({ filter: 'grade:gold', keys: [3] });
    expect(result.current).toMatchObject({ kind: 'ready', filtering: true, points: { filter: 'grade:VIP' } });
    expect((await ready(result)).points).toMatchObject({ filter: 'grade:gold', scene: { counts: [1, 0] } });
    rerender({});
    expect((await ready(result)).points.scene).toMatchObject({ customers: 4, run: 4 });
    expect(api.callsOf('GET points/r/columns')).toHaveLength(1);
  });

  it('says why where the filter cannot be read', async () => {
    fakeApi({
      'GET points': () => run,
      'GET points/r/columns': () => answer('r', points),
      'POST points/r/matching': () => {
        throw new ApiFailure(400, { detail: 'The filter cannot be read.' });
      },
    });
    const { result } = show({ filter: 'grade:(' });
    await waitFor(() => expect(result.current).toMatchObject({ kind: 'failed' }));
    expect((result.current as { error?: Error }).error?.message).toBe('The filter cannot be read.');
  });

  it('begins anew where the service holds another run by now', async () => {
    let runId = 'r';
    const gone = (): never => {
      throw new ApiFailure(409, { detail: 'This run is not ready to be sent.' });
    };
    fakeApi({
      'GET points': () => ({ ...run, runId }),
      'GET points/r/columns': () => answer('r', points),
      'POST points/r/matching': gone,
      'GET points/s/columns': () => answer('s', points),
      'POST points/s/matching': () => answer('s', { [matchingColumn]: Uint8Array.of(1, 1, 1, 0) }),
    });
    const { result, rerender } = show({});
    expect((await ready(result)).points.runId).toBe('r');
    runId = 's';
    rerender({ filter: 'grade:VIP' });
    expect((await ready(result)).points).toMatchObject({ runId: 's', scene: { customers: 3 } });
  });
});
