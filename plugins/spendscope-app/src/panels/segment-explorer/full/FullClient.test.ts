import { packColumns } from '@spendscope/contracts';
import { inlinePort } from '../testing/inlinePort';
import { FullClient } from './FullClient';
import type { Call } from './messages';

jest.mock('./createFullWorker', () => ({}));

const columns = {
  cluster: Uint8Array.of(3, 7, 255),
  x: Float32Array.of(1, 2, 3),
  y: Float32Array.of(1, 2, 3),
};
const bytes = (): ArrayBuffer => packColumns({ runId: 'r', columns }).slice().buffer;
const axes = { x: { field: 'x', scale: 'linear' }, y: { field: 'y', scale: 'linear' } } as const;
const drawn = (xMin: number): Parameters<FullClient['draw']>[0] => ({
  viewport: { xMin, xMax: 4, yMin: 0, yMax: 4 },
  size: { width: 8, height: 8 },
  colors: [
    [1, 1, 1],
    [2, 2, 2],
    [3, 3, 3],
  ],
  moving: false,
});

describe('FullClient', () => {
  it('loads packed columns: clusters by key, none as the last', async () => {
    const client = new FullClient(inlinePort());
    await client.call('columns', [bytes()]);
    expect(await client.call('arrange', [axes, [7, 3]])).toMatchObject({ customers: 3, counts: [1, 1, 1] });
  });

  it('rejects with what went wrong in the worker', async () => {
    const client = new FullClient(inlinePort());
    await expect(client.call('cells', [{ xMin: 0, xMax: 1, yMin: 0, yMax: 1 }])).rejects.toThrow('arranged');
    await expect(client.call('columns', [new ArrayBuffer(4)])).rejects.toThrow('no packed columns');
  });

  it('draws the first and the latest of many, not those between', async () => {
    const seen: Call[] = [];
    const client = new FullClient(inlinePort(seen));
    await client.call('columns', [bytes()]);
    await client.call('arrange', [axes, [3, 7]]);
    const results = await Promise.all([0, 1, 2, 3].map((xMin) => client.draw(drawn(xMin))));
    expect(results.map(Boolean)).toEqual([true, false, false, true]);
    expect(seen.filter(({ name }) => name === 'draw')).toHaveLength(2);
  });
});
