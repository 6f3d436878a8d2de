import { packColumns, unpackColumns } from './packedColumns';

const bufferOf = (bytes: Uint8Array): ArrayBuffer => bytes.slice().buffer;

describe('packed columns', () => {
  const columns = { cluster: Uint8Array.of(0, 255, 3), 'rfm.monetary': Float32Array.of(1.5, NaN, -2e9) };

  it('come out as they went in, odd lengths too', () => {
    const packed = packColumns({ runId: 'r-é', columns });
    expect(unpackColumns(bufferOf(packed))).toEqual({ runId: 'r-é', rows: 3, columns });
    expect(packed.byteLength % 8).toBe(0);
  });

  it('are refused when they are not ours or cut short', () => {
    const packed = packColumns({ runId: 'r', columns });
    expect(() => unpackColumns(new ArrayBuffer(4))).toThrow(RangeError);
    expect(() => unpackColumns(new ArrayBuffer(64))).toThrow(RangeError);
    expect(() => unpackColumns(bufferOf(packed.subarray(0, packed.length - 16)))).toThrow(RangeError);
  });

  it('cannot be of different lengths', () => {
    expect(() => packColumns({ runId: 'r', columns: { a: Float32Array.of(1), b: Float32Array.of(1, 2) } })).toThrow();
  });
});
